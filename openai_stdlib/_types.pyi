# SPDX-License-Identifier: MIT
"""Types of arguments, under the names of the `openai` package."""

from os import PathLike
from typing import (
    IO,
    Any,
    AsyncIterable,
    Callable,
    Dict,
    Iterable,
    Iterator,
    Mapping,
    Optional,
    Protocol,
    Sequence,
    Set,
    SupportsIndex,
    Tuple,
    Type,
    TypeVar,
    Union,
    overload,
    runtime_checkable,
)
from typing_extensions import Literal, TypeAlias, TypedDict

from ._models import BaseModel
from .call.limits import CancelToken
from .call.message import Response as Response
from .call.sentinels import NOT_GIVEN as NOT_GIVEN
from .call.sentinels import NotGiven as NotGiven
from .call.sentinels import Omit as Omit
from .call.sentinels import not_given as not_given
from .call.sentinels import omit as omit
from .call.timeout import Timeout as Timeout
from .transport.base import AsyncTransport as AsyncTransport
from .transport.base import Transport as Transport

HTTPResponse: TypeAlias = Response

_T = TypeVar("_T")
ModelT = TypeVar("ModelT", bound=BaseModel)
ResponseT = TypeVar("ResponseT")
_T_co = TypeVar("_T_co", covariant=True)

Query: TypeAlias = Mapping[str, object]
Body: TypeAlias = object
AnyMapping: TypeAlias = Mapping[str, object]
Headers: TypeAlias = Mapping[str, Union[str, Omit]]
ProxiesDict: TypeAlias = Dict[str, Optional[str]]
ProxiesTypes: TypeAlias = Union[str, Mapping[str, str]]
BaseTransport: TypeAlias = Transport
PostParser: TypeAlias = Callable[[Any], Any]
StrBytesIntFloat: TypeAlias = Union[str, bytes, int, float]
IncEx: TypeAlias = Union[Set[int], Set[str], Mapping[int, Any], Mapping[str, Any]]
ArrayFormat: TypeAlias = Literal["comma", "repeat", "indices", "brackets"]
NestedFormat: TypeAlias = Literal["dots", "brackets"]
NoneType: Type[None]
Omittable: TypeAlias = Union[_T, Omit]

FileContent: TypeAlias = Union[IO[bytes], bytes, PathLike[str]]
Base64FileInput: TypeAlias = Union[IO[bytes], PathLike[str]]
FileTypes: TypeAlias = Union[
    FileContent,
    Tuple[Optional[str], FileContent],
    Tuple[Optional[str], FileContent, Optional[str]],
    Tuple[Optional[str], FileContent, Optional[str], Mapping[str, str]],
]
RequestFiles: TypeAlias = Union[Mapping[str, FileTypes], Sequence[Tuple[str, FileTypes]]]
HttpxFileContent: TypeAlias = FileContent
HttpxFileTypes: TypeAlias = FileTypes
HttpxRequestFiles: TypeAlias = RequestFiles
BinaryTypes: TypeAlias = Union[bytes, bytearray, IO[bytes], Iterable[bytes]]
AsyncBinaryTypes: TypeAlias = Union[bytes, bytearray, IO[bytes], AsyncIterable[bytes]]

class HTTPXTimeout(Protocol):
    """`Timeout` of httpx."""

    connect: Optional[float]
    read: Optional[float]
    write: Optional[float]
    pool: Optional[float]

TimeoutTypes: TypeAlias = Union[Timeout, HTTPXTimeout]

class URLLike(Protocol):
    """`URL` of httpx."""

    @property
    def scheme(self) -> str: ...
    @property
    def host(self) -> str: ...
    @property
    def path(self) -> str: ...

class HTTPClient(Protocol):
    """`Client` of httpx, or a transport. `AsyncClient` has no method `close`."""

    def send(self, request: Any, /) -> Any: ...
    def close(self) -> None: ...

class AsyncHTTPClient(Protocol):
    """`AsyncClient` of httpx, or a transport for asyncio."""

    async def send(self, request: Any, /) -> Any: ...

class SyncTransportProtocol(Protocol):
    """A transport; see `Transport`."""

    def send(self, request: Any) -> Any: ...
    def close(self) -> None: ...

class AsyncTransportProtocol(Protocol):
    """A transport for asyncio; see `AsyncTransport`."""

    async def send(self, request: Any) -> Any: ...
    async def aclose(self) -> None: ...

class AnyClientTransport(Protocol):
    """A transport that has a variant for each kind of client; see `Transport`."""

    def for_client(self, is_async: bool) -> Any: ...

TransportTypes: TypeAlias = Union[SyncTransportProtocol, AnyClientTransport]
AsyncTransportTypes: TypeAlias = Union[AsyncTransportProtocol, AnyClientTransport]

class WebSocketTransportTypes(Protocol):
    """A WebSocket transport; see `websocket.WebSocketTransport`."""

    def connect(self, request: Any, options: Any) -> Tuple[Any, ...]: ...

class AsyncWebSocketTransportTypes(Protocol):
    """A WebSocket transport for asyncio; see `websocket.AsyncWebSocketTransport`."""

    async def connect(self, request: Any, options: Any) -> Tuple[Any, ...]: ...

class HeadersLikeProtocol(Protocol):
    def get(self, key: str, /) -> Optional[str]: ...

HeadersLike: TypeAlias = Union[Headers, HeadersLikeProtocol]

class SequenceNotStr(Protocol[_T_co]):
    """Sequence that is no `str`."""

    @overload
    def __getitem__(self, index: SupportsIndex, /) -> _T_co: ...
    @overload
    def __getitem__(self, index: slice, /) -> Sequence[_T_co]: ...
    def __contains__(self, value: object, /) -> bool: ...
    def __len__(self) -> int: ...
    def __iter__(self) -> Iterator[_T_co]: ...
    def __reversed__(self) -> Iterator[_T_co]: ...

# Takes the name of an event and its fields; see docs/observability.md.
EventHook: TypeAlias = Callable[[str, Dict[str, Any]], object]

class CallOptions(TypedDict, total=False):
    """Options of a single call that are not sent."""

    on_event: Optional[EventHook]
    ledger_label: Optional[str]
    cancel: Optional[CancelToken]

class RequestOptions(CallOptions, total=False):
    headers: Headers
    max_retries: int
    timeout: Union[float, TimeoutTypes, None]
    params: Query
    extra_json: AnyMapping
    idempotency_key: str
    follow_redirects: bool
    security: SecurityOptions
    synthesize_event_and_data: bool
    stream_mode: str

class SecurityOptions(TypedDict, total=False):
    bearer_auth: bool
    admin_api_key_auth: bool

class HttpxSendArgs(TypedDict, total=False):
    auth: Any
    follow_redirects: bool

@runtime_checkable
class ModelBuilderProtocol(Protocol):
    @classmethod
    def build(cls, *, response: Any, data: object) -> Any: ...

@runtime_checkable
class InheritsGeneric(Protocol):
    __orig_bases__: Tuple[Any, ...]
