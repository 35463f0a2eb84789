# SPDX-License-Identifier: MIT
"""Write the stub of the clients: constructors, resources, and requests to other endpoints."""

from __future__ import annotations

from string import Template

from .tree import OfficialTree

HEAD = '''"""The clients, with every option and resource."""

from os import PathLike
from types import TracebackType
from typing import IO, Any, Awaitable, Callable, Iterable, Literal, Mapping, Optional, Type, TypeVar, overload
from typing_extensions import Self, Unpack

from ._data_residency import DataResidency
from ._streaming import AsyncStream as AsyncStream
from ._streaming import Stream as Stream
from ._types import (
    AsyncHTTPClient, AsyncTransportTypes, AsyncWebSocketTransportTypes, Body, CallOptions, EventHook, HTTPClient,
    NotGiven, Omit, RequestFiles, TimeoutTypes, TransportTypes, URLLike, WebSocketTransportTypes,
)
from ._types import RequestOptions as RequestOptions
from .bulk.summary import BulkProgress, BulkSummary
from .bulk.tasks import AsyncBulk
from .bulk.threads import BulkRecords
from .call.limits import CancelToken
from .call.retry import RetryPolicy
from .call.timeout import Timeout as Timeout
from .call.url import BaseURL
from ._config import Config
from .config.settings import Settings
from .providers.base import Provider
from .rate_limits.limiter import RateLimiter
from .usage.ledger import Ledger
'''
IMPORTS = """from .{module} import (
    {cls}, Async{cls}, {cls}WithRawResponse, Async{cls}WithRawResponse, {cls}WithStreamingResponse,
    Async{cls}WithStreamingResponse,
)
"""
# What all three methods that take options have in common. `$Async` is empty for the client without asyncio.
OPTIONS = """
        api_key: str | Callable[[], str$or_awaitable] | None = None,
        admin_api_key: str | None = None,
        workload_identity: Mapping[str, Any] | None = None,
        organization: str | None = None,
        project: str | None = None,
        webhook_secret: str | None = None,
        provider: Provider | str | Mapping[str, Any] | None = None,
        base_url: str | URLLike | None = None,
        data_residency: DataResidency | None = None,
        websocket_base_url: str | URLLike | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = ...,
        max_retries: int | NotGiven = ...,
        default_headers: Mapping[str, str | Omit] | None = None,
        default_query: Mapping[str, object] | None = None,
        http_client: ${Async}HTTPClient | None = None,
        retry_policy: RetryPolicy | None = None,
        application: str | None = None,
        config: Config | None = None,
        transport: ${Async}TransportTypes | None = None,
        websocket_transport: ${Async}WebSocketTransportTypes | None = None,
        on_event: EventHook | None = None,
        content: bool | None = None,
        rate_limiter: RateLimiter | None = None,
        ledger: Ledger | None = None,
        ledger_label: str | None = None,"""
CLIENT = """
class ${Async}OpenAI:
    api_key: str
    admin_api_key: Optional[str]
    organization: Optional[str]
    project: Optional[str]
    webhook_secret: Optional[str]
    timeout: float | Timeout | None
    max_retries: int
    websocket_base_url: str | URLLike | None
    websocket_transport: ${Async}WebSocketTransportTypes | None
    def __init__(
        self,
        *,$options
        environment: bool | Mapping[str, str] = True,
        _strict_response_validation: bool = False,
        _enforce_credentials: bool = True,
    ) -> None: ...
$resources
    @property
    def legacy(self) -> Any: ...
    @property
    def with_raw_response(self) -> ${Async}OpenAIWithRawResponse: ...
    @property
    def with_streaming_response(self) -> ${Async}OpenAIWithStreamedResponse: ...
    @property
    def base_url(self) -> BaseURL: ...
    @base_url.setter
    def base_url(self, url: str | URLLike) -> None: ...
    @property
    def settings(self) -> Settings: ...
    @property
    def default_headers(self) -> Mapping[str, str]: ...
    @property
    def default_query(self) -> Mapping[str, Any]: ...
$copies
$requests
$bulk
    $define wait(
        self,
        obj: _T,
        *,
        poll_interval: Optional[float] = None,
        deadline: Optional[float] = None,
        progress: Optional[Callable[[int, Any], object]] = None,
        cancel: Optional[CancelToken] = None,
    ) -> _T: ...
    def is_closed(self) -> bool: ...
    $define close(self) -> None: ...
$aclose
    $define $enter(self) -> Self: ...
    $define $leave(
        self,
        exc_type: Optional[Type[BaseException]],
        exc: Optional[BaseException],
        exc_tb: Optional[TracebackType],
    ) -> None: ...
"""
BULK = """
    $overload
    def bulk(
        self,
        rows: str | PathLike[str] | IO[Any] | Iterable[Any],
        output: $output,
        *,
        concurrency: int = 64,
        ordered: bool = False,
        limit: int | None = None,
        retry_failed: bool = False,
        stop_after: int | None = 20,
        progress: Callable[[BulkProgress], object] | None = None,
        template: Any = None,
        format: Literal["jsonl", "csv", "tsv"] | None = None,
        endpoint: str | None = None,
        model: str | None = None,
        skip_invalid: bool = False,
    ) -> $result: ..."""
PATH = "str | PathLike[str]"
# The forms of `bulk`: the type of its output, and the result.
BULK_FORMS = {
    "": ((PATH, "BulkSummary"), ("None = None", "BulkRecords")),
    "Async": ((PATH + " | None = None", "AsyncBulk"),),
}
COPY = """
    def $name(
        self,
        *,$options
        set_default_headers: Mapping[str, str | Omit] | None = None,
        set_default_query: Mapping[str, object] | None = None,
        environment: bool | Mapping[str, str] | None = None,
        _strict_response_validation: bool | None = None,
        _enforce_credentials: bool | None = None,
        _extra_kwargs: Mapping[str, Any] | None = None,
    ) -> Self: ..."""
REQUEST = """
    @overload
    $define $name(
        self, ${method}path: str, *, cast_to: Type[_T], ${body}options: RequestOptions = ...,
        stream: Literal[False] = False, **call_options: Unpack[CallOptions]
    ) -> _T: ...
    @overload
    $define $name(
        self, ${method}path: str, *, cast_to: Any = None, ${body}options: RequestOptions = ..., stream: bool = False,
        stream_cls: Any = None, **call_options: Unpack[CallOptions]
    ) -> Any: ..."""
BODY = "body: Body | None = None, content: Any = None, files: RequestFiles | None = None, "


def write_client(tree: OfficialTree) -> str:
    """Return the text of `_client.pyi`."""
    imports = [IMPORTS.format(module=module, cls=cls) for _, (module, cls) in sorted(tree.properties.items())]
    text = HEAD + "".join(imports) + '\n_T = TypeVar("_T")\n'
    for prefix in ("", "Async"):
        text += _client(prefix, tree)
        for view, suffix in (("WithRawResponse", "WithRawResponse"), ("WithStreamedResponse", "WithStreamingResponse")):
            text += "\nclass {}OpenAI{}:\n{}\n".format(prefix, view, _resources(prefix, tree, suffix))
    return text + "\nClient = OpenAI\nAsyncClient = AsyncOpenAI\n"


def _resources(prefix: str, tree: OfficialTree, suffix: str = "") -> str:
    template = "    @property\n    def {}(self) -> {}{}{}: ..."
    return "\n".join(template.format(name, prefix, cls, suffix) for name, (_, cls) in sorted(tree.properties.items()))


def _client(prefix: str, tree: OfficialTree) -> str:
    is_async = bool(prefix)
    values = {
        "Async": prefix,
        "or_awaitable": " | Awaitable[str]" if is_async else "",
        "define": "async def" if is_async else "def",
        "enter": "__aenter__" if is_async else "__enter__",
        "leave": "__aexit__" if is_async else "__exit__",
        "aclose": "    async def aclose(self) -> None: ..." if is_async else "",
        "resources": _resources(prefix, tree),
    }
    values["options"] = Template(OPTIONS).substitute(values)
    values["copies"] = "".join(Template(COPY).substitute(values, name=name) for name in ("copy", "with_options"))
    methods = [("get", "", "")] + [(name, "", BODY) for name in ("post", "put", "patch", "delete")]
    values["requests"] = "".join(
        Template(REQUEST).substitute(values, name=name, method=method, body=body)
        for name, method, body in methods + [("request", "method: str, ", BODY)]
    )
    forms = BULK_FORMS[prefix]
    overload = "@overload" if len(forms) > 1 else ""
    values["bulk"] = "".join(
        Template(BULK).substitute(overload=overload, output=output, result=result) for output, result in forms
    )
    return Template(CLIENT).substitute(values)
