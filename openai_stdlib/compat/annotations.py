# SPDX-License-Identifier: MIT
"""Types that programs import from `openai._types` for their annotations, and constants of `openai._constants`.

No logic here. Types of other libraries are not named, so some are wider than the official ones; type checkers read the
stub `_types.pyi` instead.
"""

from __future__ import annotations

import os
import typing
from typing import (
    IO,
    Any,
    AsyncIterable,
    Awaitable,
    Callable,
    Dict,
    Iterable,
    Mapping,
    Optional,
    Sequence,
    Set,
    Tuple,
    Union,
)

from ..call.sentinels import Omit

TYPE_CHECKING = False
if TYPE_CHECKING:
    _PathLike = os.PathLike[str]
else:
    _PathLike = os.PathLike  # which takes no parameters before Python 3.9

_T = typing.TypeVar("_T")
_StreamT = typing.TypeVar("_StreamT")
_AsyncStreamT = typing.TypeVar("_AsyncStreamT")
ResponseT = typing.TypeVar("ResponseT")
ModelT = typing.TypeVar("ModelT")
ResponseFormatT = typing.TypeVar("ResponseFormatT")
TextFormatT = typing.TypeVar("TextFormatT")
Body = object
Query = Mapping[str, object]
Headers = Mapping[str, Union[str, Omit]]
AnyMapping = Mapping[str, object]
Base64FileInput = Union[IO[bytes], _PathLike]
FileContent = Union[IO[bytes], bytes, _PathLike]
FileTypes = Union[
    FileContent,
    Tuple[Optional[str], FileContent],
    Tuple[Optional[str], FileContent, Optional[str]],
    Tuple[Optional[str], FileContent, Optional[str], Mapping[str, str]],
]
RequestFiles = Union[Mapping[str, FileTypes], Sequence[Tuple[str, FileTypes]]]
HttpxFileContent = FileContent
HttpxFileTypes = FileTypes
HttpxRequestFiles = RequestFiles
BinaryTypes = Union[bytes, bytearray, IO[bytes], Iterable[bytes]]
AsyncBinaryTypes = Union[bytes, bytearray, IO[bytes], AsyncIterable[bytes]]
PostParser = Callable[[Any], Any]
Omittable = Union[_T, Omit]
StrBytesIntFloat = Union[str, bytes, int, float]
IncEx = Union[Set[int], Set[str], Mapping[int, Any], Mapping[str, Any]]
SequenceNotStr = Sequence
ArrayFormat = typing.Literal["comma", "repeat", "indices", "brackets"]
NestedFormat = typing.Literal["dots", "brackets"]
DataResidency = typing.Literal["global", "us", "eu", "ae", "au", "in", "jp"]
ProxiesDict = Dict[str, Optional[str]]
Transport = AsyncTransport = BaseTransport = object


class SecurityOptions(typing.TypedDict, total=False):
    """Which credentials a request needs."""

    bearer_auth: bool
    admin_api_key_auth: bool


class RequestOptions(typing.TypedDict, total=False):
    """The `options` of `client.get`, `client.post` and the others."""

    headers: Headers
    max_retries: int
    timeout: Any
    params: Query
    extra_json: AnyMapping
    idempotency_key: str
    follow_redirects: bool
    security: SecurityOptions
    synthesize_event_and_data: bool
    stream_mode: str


class FinalRequestOptionsInput(RequestOptions, total=False):
    """The fields of FinalRequestOptions."""

    method: str
    url: str
    files: Any
    content: Any
    json_data: Body


class HttpxSendArgs(typing.TypedDict, total=False):
    """What a client passes to the method `send` of its HTTP client."""

    auth: Any
    follow_redirects: bool


class HeadersLikeProtocol(typing.Protocol):
    """Headers of which single values can be read."""

    def get(self, name: str) -> Optional[str]:
        """Return the value of a header, or None."""


HeadersLike = Union[Headers, HeadersLikeProtocol]


@typing.runtime_checkable
class ModelBuilderProtocol(typing.Protocol):
    """A class that makes its instances of a response."""

    @classmethod
    def build(cls, *, response: Any, data: object) -> Any:
        """Return an instance."""


@typing.runtime_checkable
class InheritsGeneric(typing.Protocol):
    """A class that inherits from `Generic[T]` with a type in place of `T`."""

    __orig_bases__: Tuple[Any, ...]


ToolOutput = Union[str, Mapping[str, Any], Iterable[Any], None]
ToolHandler = Callable[[Dict[str, Any]], ToolOutput]
AsyncToolHandler = Callable[[Dict[str, Any]], Union[ToolOutput, Awaitable[ToolOutput]]]
TranscriptSegmentCloseReason = str

RAW_RESPONSE_HEADER = "X-Stainless-Raw-Response"
OVERRIDE_CAST_TO_HEADER = "____stainless_override_cast_to"
INITIAL_RETRY_DELAY = 0.5
MAX_RETRY_DELAY = 8.0
MAX_RETRY_AFTER_DELAY = 120.0
API_KEY_SENTINEL = "<missing API key>"  # stands for the key of an Azure client that authenticates otherwise
