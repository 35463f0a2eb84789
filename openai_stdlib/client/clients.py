# SPDX-License-Identifier: MIT
"""The clients, `OpenAI` and `AsyncOpenAI`. They differ only in the driver that performs the I/O of a call."""

from __future__ import annotations

from ..call.drivers import drive
from ..call.errors import ConfigError
from .base_client import BaseClient

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Optional, Tuple

    from ..api.operation import Operation
    from ..call.drivers import Deadline
    from ..call.message import Response
    from ..call.prepare import Call


class HTTPMethodsMixin:
    """The verbs of HTTP as methods of a client, which has `_call`."""

    def _call(self, row: Operation, arguments: Dict[str, Any]) -> Any:
        raise NotImplementedError

    def get(self, path: str, **options: Any) -> Any:
        """GET a path that no table has; see `request`."""
        return self.request("GET", path, **options)

    def post(self, path: str, **options: Any) -> Any:
        """POST to a path that no table has; see `request`."""
        return self.request("POST", path, **options)

    def put(self, path: str, **options: Any) -> Any:
        """PUT to a path that no table has; see `request`."""
        return self.request("PUT", path, **options)

    def patch(self, path: str, **options: Any) -> Any:
        """PATCH a path that no table has; see `request`."""
        return self.request("PATCH", path, **options)

    def delete(self, path: str, **options: Any) -> Any:
        """DELETE a path that no table has; see `request`."""
        return self.request("DELETE", path, **options)

    def get_api_list(self, path: str, *, model: Any, page: Any, method: str = "get", **options: Any) -> Any:
        """List what a path has, in pages of the class `page`; see `request`."""
        return self.request(method.upper(), path, cast_to=model, page=page, **options)

    def request(self, method: str, path: str, **options: Any) -> Any:
        """Make a call of any path below the base URL, with all that calls have: retries, errors, streams.

        `body` is sent as JSON, as a form if there are `files`, `content` as it is. `cast_to` says what is given back:
        dict, str, bytes, a model, `type(None)` …; an object as calls give it by default. `options` are those of the
        official SDK: headers, params, extra_json, timeout, max_retries, idempotency_key, follow_redirects.
        `stream=True` gives a stream. A whole URL of another origin gets no credentials.
        """
        from ..api.custom import custom_request
        from ..config.config import Config

        row, arguments = custom_request(method, path, config_type=Config, **options)
        return self._call(row, arguments)


class OpenAI(HTTPMethodsMixin, BaseClient):
    """A client of the API, or of anything that speaks it.

    All arguments are optional: what isn't given comes from `config`, then from the environment (unless `environment`
    is False), then from the built-in defaults. A `transport` that is passed in stays the caller's to close. Raises
    ConfigError if there is no key. Close it, or use it as a context manager.
    """

    def _call(self, row: Operation, arguments: Dict[str, Any]) -> Any:
        return self._build_result(*self._execute(row, arguments))

    def _execute(
        self, row: Operation, arguments: Dict[str, Any], read_body: bool = True
    ) -> Tuple[Call, Response, Deadline]:
        """Make a call up to the reply of its success, which has been read if `whole` and no stream was asked for."""
        call, transport, clock = self._prepare(row, arguments)
        try:
            return call, drive(self._exchange(call, read_body), transport, clock), clock
        finally:
            call.close()

    def _build_result(self, call: Call, reply: Response, clock: Deadline) -> Any:
        """Make a reply into what the call promises."""
        if not call.stream:
            return self._parse_response(call, reply)
        from ..results.stream import Stream

        stream = Stream(call.stream, reply, clock)
        if call.settings.stream_to is None:
            return stream
        from ..results.background_stream import BackgroundStream

        return BackgroundStream(stream, call.settings.stream_to)

    def close(self) -> None:
        """Close idle connections. Streams that are being read go on to their end."""
        self._closed = True
        self._close_idle()

    def __enter__(self) -> OpenAI:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class AsyncOpenAI(HTTPMethodsMixin, BaseClient):
    """The client for asyncio: the same tree, whose calls are awaited; lists also work with `async for`."""

    _class_prefix = "Async"

    def _call(self, row: Operation, arguments: Dict[str, Any]) -> Any:
        if row.page:
            from ..results.pages import AsyncPaginator

            return AsyncPaginator(lambda: self._call_async(row, dict(arguments)))
        return self._call_async(row, arguments)

    async def _call_async(self, row: Operation, arguments: Dict[str, Any]) -> Any:
        return self._build_result(*await self._execute(row, arguments))

    async def _execute(
        self, row: Operation, arguments: Dict[str, Any], read_body: bool = True
    ) -> Tuple[Call, Response, Deadline]:
        """Do what the sync client's does."""
        from ..call.drivers import drive_async

        call, transport, clock = self._prepare(row, arguments)
        if call.stream and call.settings.stream_to is not None:
            raise ConfigError("http_options: stream_to is for the sync client; iterate over the AsyncStream instead")
        try:
            return call, await drive_async(self._exchange(call, read_body), transport, clock), clock
        finally:
            call.close()

    def _build_result(self, call: Call, reply: Response, clock: Deadline) -> Any:
        """Make a reply into what the call promises."""
        if not call.stream:
            return self._parse_response(call, reply)
        from ..results.stream import AsyncStream

        return AsyncStream(call.stream, reply, clock)

    def _make_transport(self, proxy: Optional[str], ssl: Any) -> Any:
        from ..transport.asyncio_transport import AsyncioTransport

        return AsyncioTransport(proxy=proxy, ssl_context=ssl)

    def _close_transport(self, transport: Any) -> None:
        transport.close_nowait()

    async def close(self) -> None:
        """Close idle connections."""
        self._closed = True
        self._close_idle()

    aclose = close

    async def __aenter__(self) -> AsyncOpenAI:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()


Client = OpenAI
AsyncClient = AsyncOpenAI
