# SPDX-License-Identifier: MIT
"""The clients, `OpenAI` and `AsyncOpenAI`.

They share everything except the driver that performs the I/O of a call, the classes of streams and pages, and the
default transport.
"""

from __future__ import annotations

from ..call.drivers import check_result_deadline, drive
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
    """`client.get`, `post` …: requests to endpoints that this library does not know."""

    _call: Any  # (operation, arguments) -> result

    def get(self, path: str, **options: Any) -> Any:
        """Send a GET request; see `request`."""
        return self.request("GET", path, **_mask_options(options))

    def post(self, path: str, **options: Any) -> Any:
        """Send a POST request; see `request`."""
        return self.request("POST", path, **_mask_options(options))

    def put(self, path: str, **options: Any) -> Any:
        """Send a PUT request; see `request`."""
        return self.request("PUT", path, **_mask_options(options))

    def patch(self, path: str, **options: Any) -> Any:
        """Send a PATCH request; see `request`."""
        return self.request("PATCH", path, **_mask_options(options))

    def delete(self, path: str, **options: Any) -> Any:
        """Send a DELETE request; see `request`."""
        return self.request("DELETE", path, **_mask_options(options))

    def get_api_list(self, path: str, *, model: Any, page: Any, method: str = "get", **options: Any) -> Any:
        """Request a list, as pages of the class `page` with items of the type `model`; see `request`."""
        return self.request(method.upper(), path, cast_to=model, page=page, **_mask_options(options))

    def request(self, method: str, path: str, **options: Any) -> Any:
        """Send a request to any path below the base URL, with the usual retries, errors and streaming.

        `body` is sent as JSON, or as a form if there are `files`; `content` is sent unchanged. `cast_to` is the type
        of the result: dict, str, bytes, a model, `type(None)` …; by default an APIObject. The other options are those
        of the official SDK: headers, params, extra_json, timeout, max_retries, idempotency_key, follow_redirects.
        `stream=True` returns a stream. A complete URL of another origin is requested without credentials.
        """
        from ..api.custom import custom_request
        from ..config.config import Config

        operation, arguments = custom_request(method, path, config_type=Config, **_mask_options(options))
        return self._call(operation, arguments)


def is_response_requested(extra_headers: Any) -> bool:
    """Return whether a call returns the HTTP response instead of the result; see api/response_views.py."""
    return hasattr(extra_headers, "keys") and "X-Stainless-Raw-Response" in extra_headers


def _mask_options(options: Dict[str, Any]) -> Dict[str, Any]:
    """Mask the headers in the options of `request` in place, because frames refer to them, and return the options."""
    from ..call.headers import mask_headers

    if isinstance(options.get("options"), dict) and "headers" in options["options"]:
        options["options"] = {**options["options"], "headers": mask_headers(options["options"]["headers"])}
    for name in ("headers", "extra_headers"):
        if name in options:
            options[name] = mask_headers(options[name])
    return options


class OpenAI(HTTPMethodsMixin, BaseClient):
    """Client of the OpenAI API, or of any server that implements it.

    All arguments are optional: an option that is not given comes from `config`, then from the environment (unless
    `environment` is False), then from the defaults. The client does not close a `transport` that you pass in. Raises
    ConfigError if there is no API key. Close the client when you are done, or use it as a context manager.
    """

    def _call(self, operation: Operation, arguments: Dict[str, Any]) -> Any:
        if "extra_headers" in arguments and is_response_requested(arguments["extra_headers"]):
            from .response_calls import pop_response_class

            response_class, read_body = pop_response_class(operation, arguments, False)
            return response_class(self, *self._execute(operation, arguments, read_body))
        return self._build_result(*self._execute(operation, arguments))

    def _execute(
        self, operation: Operation, arguments: Dict[str, Any], read_body: bool = True
    ) -> Tuple[Call, Response, Deadline]:
        """Make a call and return its successful response; its body is read if `read_body`, unless it is a stream."""
        call, transport, deadline = self._prepare(operation, arguments)
        try:
            return call, drive(self._exchange(call, read_body), transport, deadline), deadline
        finally:
            call.close()

    def _build_result(self, call: Call, response: Response, deadline: Deadline) -> Any:
        """Convert a successful response to the result of the call."""
        if not call.stream:
            result = self._parse_response(call, response)
            if deadline.expires_at is not None:  # decoding takes time too
                check_result_deadline(response, deadline)
            return result
        from ..results.stream import Stream

        stream = Stream(call.stream, response, deadline)
        if call.settings.stream_to is None:
            return stream
        from ..results.background_stream import BackgroundStream

        return BackgroundStream(stream, call.settings.stream_to)

    def _make_transport(self, proxy: Optional[str], ssl: Any) -> Any:
        from ..transport.urllib_transport import UrllibTransport

        return UrllibTransport(proxy=proxy, ssl_context=ssl)

    def _close_transport(self, transport: Any) -> None:
        transport.close()

    def close(self) -> None:
        """Close idle connections. A stream that is being read can still be read to its end."""
        self._closed = True
        self._close_idle()

    def __enter__(self) -> OpenAI:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class AsyncOpenAI(HTTPMethodsMixin, BaseClient):
    """Client for asyncio: the same resources, with calls to be awaited. Lists also support `async for`."""

    _class_prefix = "Async"
    _is_async = True

    def _call(self, operation: Operation, arguments: Dict[str, Any]) -> Any:
        if operation.page:
            from ..results.pages import AsyncPaginator

            return AsyncPaginator(lambda: self._call_async(operation, dict(arguments)))
        return self._call_async(operation, arguments)

    async def _call_async(self, operation: Operation, arguments: Dict[str, Any]) -> Any:
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
        from ..call.drivers import drive_async

        if call.stream and call.settings.stream_to is not None:
            raise ConfigError("http_options: stream_to needs the sync client; iterate over the AsyncStream instead")
        try:
            return call, await drive_async(self._exchange(call, read_body), transport, deadline), deadline
        finally:
            call.close()

    def _build_result(self, call: Call, response: Response, deadline: Deadline) -> Any:
        """Convert a successful response to the result of the call."""
        if not call.stream:
            result = self._parse_response(call, response)
            if deadline.expires_at is not None:  # decoding takes time too
                check_result_deadline(response, deadline)
            return result
        from ..results.stream import AsyncStream

        return AsyncStream(call.stream, response, deadline)

    def _make_transport(self, proxy: Optional[str], ssl: Any) -> Any:
        from ..transport.asyncio_transport import AsyncioTransport

        return AsyncioTransport(proxy=proxy, ssl_context=ssl)

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


Client = OpenAI
AsyncClient = AsyncOpenAI
