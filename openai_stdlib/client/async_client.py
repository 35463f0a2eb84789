# SPDX-License-Identifier: MIT
"""The client for asyncio, `AsyncOpenAI`."""

from __future__ import annotations

import sys

from ..call.async_driver import drive_async
from ..call.errors import ConfigError
from .base_client import BaseClient
from .clients import REQUEST, HTTPMethodsMixin, is_response_requested, mask_options

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Optional, Tuple

    from ..api.operation import Operation
    from ..call.drivers import Deadline
    from ..call.message import Response
    from ..call.prepare import Call


PLAIN_METHODS: Dict[Any, Any] = {}


def _coroutine_function(method: Any) -> Any:
    """Return a method that awaits what another one returns, for `inspect` and for programs that wrap it."""

    async def call(self: Any, path: str, **options: Any) -> Any:
        return await method(self, path, **mask_options(options))

    call.__name__, call.__qualname__ = method.__name__, "AsyncOpenAI." + method.__name__
    call.__doc__ = method.__doc__
    PLAIN_METHODS[call] = method
    return call


class AsyncOpenAI(HTTPMethodsMixin, BaseClient):
    """Client for asyncio: the same resources, with calls to be awaited. Lists also support `async for`."""

    _class_prefix = "Async"
    _is_async = True

    get: Any = _coroutine_function(HTTPMethodsMixin.get)
    post: Any = _coroutine_function(HTTPMethodsMixin.post)
    put: Any = _coroutine_function(HTTPMethodsMixin.put)
    patch: Any = _coroutine_function(HTTPMethodsMixin.patch)
    delete: Any = _coroutine_function(HTTPMethodsMixin.delete)
    _plain_methods = PLAIN_METHODS

    async def _process_response(self, *, options: Any, **_: Any) -> Any:
        return options.finish()

    def _call(self, operation: Operation, arguments: Dict[str, Any]) -> Any:
        if operation.page:
            from ..results.async_pages import AsyncPaginator

            return AsyncPaginator(lambda: self._call_async(operation, dict(arguments)))
        return self._call_async(operation, arguments)

    async def _call_async(self, operation: Operation, arguments: Dict[str, Any]) -> Any:
        cls = type(self)
        if (
            cls._is_customized
            or cls._process_response is not PROCESS
            or cls.request is not REQUEST
            or "request" in vars(self)
        ):
            from .customized_calls import call

            return await call(self, operation, arguments)
        if "extra_headers" in arguments and is_response_requested(arguments["extra_headers"]):
            from .response_calls import pop_response_class

            response_class, read_body = pop_response_class(operation, arguments, True)
            return response_class(self, *await self._execute(operation, arguments, read_body))
        return self._build_result(*await self._execute(operation, arguments))

    async def _execute(
        self, operation: Operation, arguments: Dict[str, Any], read_body: bool = True
    ) -> Tuple[Call, Response, Deadline]:
        """Make a call and return its successful response; its body is read if `read_body`, unless it is a stream."""
        call, transport, deadline = self._prepare(operation, arguments)
        if call.stream and call.settings.stream_to is not None:
            raise ConfigError("http_options: stream_to needs the sync client; iterate over the AsyncStream instead")
        try:
            return call, await drive_async(self._exchange(call, read_body), transport, deadline), deadline
        finally:
            call.close()

    def _stream_class(self) -> Any:
        from ..results.async_stream import AsyncStream

        return AsyncStream

    def _make_transport(self, proxy: Optional[str], ssl: Any) -> Any:
        if sys.platform == "emscripten":  # no sockets
            from ..transport.fetch_transport import FetchTransport

            return FetchTransport(proxy=proxy, ssl_context=ssl)
        from ..transport.asyncio_transport import AsyncioTransport

        return AsyncioTransport(proxy=proxy, ssl_context=ssl)

    def _limit_transport(self, transport: Any, watch: Any) -> Any:
        from .async_limited_calls import AsyncLimitedTransport

        return AsyncLimitedTransport(transport, watch)

    def _close_transport(self, transport: Any) -> None:
        transport.close_nowait()

    async def close(self) -> None:
        """Close idle connections. A stream that is being read can still be read to its end."""
        self._closed = True
        self._close_idle()

    aclose = close

    async def __aenter__(self) -> AsyncOpenAI:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()


PROCESS: Any = AsyncOpenAI._process_response
AsyncOpenAI._is_customized = False  # by its own `_process_response`; that of a subclass counts

AsyncClient = AsyncOpenAI
