# SPDX-License-Identifier: MIT
"""Write the stub of the clients: constructors, resources, and requests to other endpoints."""

from __future__ import annotations

from typing import List

from .tree import OfficialTree

OPTIONS = """
        api_key: str | Callable[[], str{awaitable}] | None = None,
        admin_api_key: str | None = None,
        workload_identity: Mapping[str, Any] | None = None,
        organization: str | None = None,
        project: str | None = None,
        webhook_secret: str | None = None,
        provider: Any = None,
        base_url: str | URLLike | None = None,
        data_residency: DataResidency | None = None,
        websocket_base_url: str | URLLike | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = ...,
        max_retries: int | NotGiven = ...,
        default_headers: Mapping[str, str | Omit] | None = None,
        default_query: Mapping[str, object] | None = None,
        http_client: {prefix}HTTPClient | None = None,
        retry_policy: RetryPolicy | None = None,
        application: str | None = None,
        config: Config | None = None,
        {{own}}transport: {prefix}TransportTypes | None = None,
"""
CONSTRUCTOR_OPTIONS = """environment: bool | Mapping[str, str] = True,
        """
COPY_OPTIONS = """set_default_headers: Mapping[str, str | Omit] | None = None,
        set_default_query: Mapping[str, object] | None = None,
        """
REQUEST = """
    @overload
    {define} {name}(self, {method}path: str, *, cast_to: Type[_T], {body}options: RequestOptions = ..., stream: Literal[False] = False) -> _T: ...
    @overload
    {define} {name}(self, {method}path: str, *, cast_to: Any = None, {body}options: RequestOptions = ..., stream: bool = False, stream_cls: Any = None) -> Any: ..."""
BODY = "body: Body | None = None, content: Any = None, files: RequestFiles | None = None, "
HEAD = '''# SPDX-License-Identifier: MIT
# Written by tools/stubs; do not edit.
"""The clients, with every option and resource."""

from types import TracebackType
from typing import Any, Awaitable, Callable, Literal, Mapping, Optional, Type, TypeVar, overload
from typing_extensions import Self

from ._data_residency import DataResidency
from ._streaming import AsyncStream as AsyncStream
from ._streaming import Stream as Stream
from ._types import AsyncHTTPClient, AsyncTransportTypes, Body, HTTPClient, NotGiven, Omit, RequestFiles, TimeoutTypes, TransportTypes, URLLike
from ._types import RequestOptions as RequestOptions
from .call.retry import RetryPolicy
from .call.timeout import Timeout as Timeout
from .call.url import BaseURL
from ._config import Config
from .config.settings import Settings
'''


def write_client(tree: OfficialTree) -> str:
    """Return the text of `_client.pyi`."""
    lines = [HEAD]
    for name, (module, cls) in sorted(tree.properties.items()):
        lines.append(
            "from .{} import {}, Async{}, {}WithRawResponse, Async{}WithRawResponse, {}WithStreamingResponse, Async{}WithStreamingResponse\n".format(
                module, cls, cls, cls, cls, cls, cls
            )
        )
    lines.append('\n_T = TypeVar("_T")\n')
    for prefix in ("", "Async"):
        lines.append(_client(prefix, tree))
        for view, suffix in (("WithRawResponse", "WithRawResponse"), ("WithStreamedResponse", "WithStreamingResponse")):
            lines.append("\nclass {}OpenAI{}:\n".format(prefix, view))
            lines += _properties(prefix, tree, suffix)
    lines.append("\nClient = OpenAI\nAsyncClient = AsyncOpenAI\n")
    return "".join(lines)


def _properties(prefix: str, tree: OfficialTree, suffix: str = "") -> List[str]:
    return [
        "    @property\n    def {}(self) -> {}{}{}: ...\n".format(name, prefix, cls, suffix)
        for name, (_, cls) in sorted(tree.properties.items())
    ]


def _client(prefix: str, tree: OfficialTree) -> str:
    options = OPTIONS.format(awaitable=" | Awaitable[str]" if prefix else "", prefix=prefix)
    define, private = ("async def" if prefix else "def"), ("Async" if prefix else "")
    enter, leave = ("__aenter__", "__aexit__") if prefix else ("__enter__", "__exit__")
    text = "\nclass {}OpenAI:\n".format(prefix)
    text += "    api_key: str\n    admin_api_key: Optional[str]\n    organization: Optional[str]\n    project: Optional[str]\n"
    text += "    webhook_secret: Optional[str]\n    timeout: float | Timeout | None\n    max_retries: int\n"
    text += "    websocket_base_url: str | URLLike | None\n"
    text += "    def __init__(\n        self,\n        *,{}        _strict_response_validation: bool = False,\n        _enforce_credentials: bool = True,\n    ) -> None: ...\n".format(
        options.format(own=CONSTRUCTOR_OPTIONS)
    )
    text += "".join(_properties(prefix, tree)) + "    @property\n    def legacy(self) -> Any: ...\n"
    text += "    @property\n    def with_raw_response(self) -> {0}OpenAIWithRawResponse: ...\n    @property\n    def with_streaming_response(self) -> {0}OpenAIWithStreamedResponse: ...\n".format(
        prefix
    )
    text += "    @property\n    def base_url(self) -> BaseURL: ...\n    @base_url.setter\n    def base_url(self, url: str | URLLike) -> None: ...\n"
    text += "    @property\n    def settings(self) -> Settings: ...\n"
    text += "    @property\n    def default_headers(self) -> Mapping[str, str]: ...\n    @property\n    def default_query(self) -> Mapping[str, Any]: ...\n"
    for name in ("copy", "with_options"):
        text += "    def {}(\n        self,\n        *,{}        _extra_kwargs: Mapping[str, Any] | None = None,\n    ) -> Self: ...\n".format(
            name, options.format(own=COPY_OPTIONS)
        )
    for name in ("get", "post", "put", "patch", "delete"):
        text += REQUEST.format(define=define, name=name, method="", body="" if name == "get" else BODY) + "\n"
    text += REQUEST.format(define=define, name="request", method="method: str, ", body=BODY) + "\n"
    text += "    {} wait(self, obj: _T, *, poll_interval: Optional[float] = None, deadline: Optional[float] = None, progress: Optional[Callable[[int, Optional[int]], object]] = None) -> _T: ...\n".format(
        define
    )
    text += "    def is_closed(self) -> bool: ...\n    {} close(self) -> None: ...\n".format(define)
    if prefix:
        text += "    async def aclose(self) -> None: ...\n"
    text += "    {} {}(self) -> Self: ...\n".format(define, enter)
    text += "    {} {}(self, exc_type: Optional[Type[BaseException]], exc: Optional[BaseException], exc_tb: Optional[TracebackType]) -> None: ...\n".format(
        define, leave
    )
    return text
