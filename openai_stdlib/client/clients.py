# SPDX-License-Identifier: MIT
"""The sync client, `OpenAI`, and what it shares with the async one.

The clients differ in the driver that performs the I/O of a call, the classes of streams and pages, and the default
transport.
"""

from __future__ import annotations

import sys

from ..api import import_name
from ..call.drivers import check_result_deadline, drive
from .base_client import BaseClient, LazyMethod

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
    _settings: Any
    _transport: Any
    _transport_for: Any
    _resolve_transport: Any
    _parse_response: Any
    _stream_class: Any  # () -> the class of streams

    def get(self, path: str, **options: Any) -> Any:
        """Send a GET request; see `request`."""
        return self._request_path("GET", path, mask_options(options))

    def post(self, path: str, **options: Any) -> Any:
        """Send a POST request; see `request`."""
        return self._request_path("POST", path, mask_options(options))

    def put(self, path: str, **options: Any) -> Any:
        """Send a PUT request; see `request`."""
        return self._request_path("PUT", path, mask_options(options))

    def patch(self, path: str, **options: Any) -> Any:
        """Send a PATCH request; see `request`."""
        return self._request_path("PATCH", path, mask_options(options))

    def delete(self, path: str, **options: Any) -> Any:
        """Send a DELETE request; see `request`."""
        return self._request_path("DELETE", path, mask_options(options))

    def get_api_list(self, path: str, *, model: Any, page: Any, method: str = "get", **options: Any) -> Any:
        """Request a list, as pages of the class `page` with items of the type `model`; see `request`."""
        options.update(cast_to=model, page=page)
        return self._request_path(method.upper(), path, mask_options(options))

    def _request_path(self, method: str, path: str, options: Dict[str, Any]) -> Any:
        """Call `request`, with a method and a path, or as an override of it expects."""
        return import_name("client.http_methods", "request_path")(self, method, path, options)

    def request(self, method: Any = None, path: Any = None, **options: Any) -> Any:
        """Send a request to any path below the base URL, with the usual retries, errors and streaming.

        `body` is sent as JSON, or as a form if there are `files`; `content` is sent unchanged. `cast_to` is the type
        of the result: dict, str, bytes, a model, `type(None)` …; by default an APIObject. The other options are those
        of the official SDK: headers, params, extra_json, timeout, max_retries, idempotency_key, follow_redirects.
        `stream=True` returns a stream. A complete URL of another origin is requested without credentials.

        Instead of a method and a path, it takes a type and FinalRequestOptions, as that of the official SDK does.
        """
        return import_name("client.http_methods", "request")(self, method, path, options)

    # Programs override these, too; see customized_calls.py.

    _overridable: Dict[str, Any] = {}  # name -> the attribute that a program may override
    _is_customized = False  # whether a subclass overrides one
    _plain_methods: Dict[Any, Any] = {}  # coroutine function -> the method that it awaits

    def __init_subclass__(cls) -> None:
        cls._is_customized = cls._is_customized or not cls._overridable.keys().isdisjoint(vars(cls))

    def __getattr__(self, name: str) -> Any:
        if name[:1] == "_" != name[1:2] or name == "custom_auth":
            try:
                from .private_names import PRIVATE_NAMES, read_private
            except ModuleNotFoundError:  # in a copy without it
                pass
            else:
                if name in PRIVATE_NAMES:
                    return read_private(self, name)
        raise AttributeError("{!r} object has no attribute {!r}".format(type(self).__name__, name))

    def _build_result(self, call: Call, response: Response, deadline: Deadline) -> Any:
        """Convert a successful response to the result of the call."""
        if response.observer is not None:
            return response.observer.build_result(self, call, response, deadline)
        if call.stream:
            return self._open_stream(call, response, deadline)
        result = self._parse_response(call, response)
        if deadline.expires_at is not None:  # decoding takes time too
            check_result_deadline(response, deadline)
        return result

    def _open_stream(self, call: Call, response: Response, deadline: Deadline) -> Any:
        stream = self._build_stream(call, response, deadline)
        if call.settings.stream_to is None:
            return stream
        from ..results.background_stream import BackgroundStream

        return BackgroundStream(stream, call.settings.stream_to)  # of a raw response, or a customized client

    def _build_stream(self, call: Call, response: Response, deadline: Deadline) -> Any:
        cls = self._stream_class()
        if call.operation.attempts:
            cls = call.operation.attempts.stream_class(cls)
        return cls(call.stream, response, deadline)

    @property
    def _client(self) -> Any:
        """The HTTP client that was passed in, or the transport."""
        transport = self._transport or self._transport_for(self._settings)
        return getattr(transport, "client", transport)

    @_client.setter
    def _client(self, http_client: Any) -> None:
        self._transport = self._resolve_transport(None, http_client)


REQUEST: Any = HTTPMethodsMixin.request


def is_response_requested(extra_headers: Any) -> bool:
    """Return whether a call returns the HTTP response instead of the result; see api/response_views.py."""
    return hasattr(extra_headers, "keys") and "X-Stainless-Raw-Response" in extra_headers


def mask_options(options: Dict[str, Any]) -> Dict[str, Any]:
    """Hide what looks like a key in the options of a request from the variables of frames."""
    masked: Dict[str, Any] = import_name("client.http_methods", "mask_options")(options)
    return masked


class OpenAI(HTTPMethodsMixin, BaseClient):
    """Client of the OpenAI API, or of any server that implements it.

    All arguments are optional: an option that is not given comes from `config`, then from the environment (unless
    `environment` is False), then from the defaults. The client does not close a `transport` that you pass in. Raises
    ConfigError if there is no API key. Close the client when you are done, or use it as a context manager.
    """

    def _process_response(self, *, options: Any, **_: Any) -> Any:
        return options.finish()

    def _call(self, operation: Operation, arguments: Dict[str, Any]) -> Any:
        cls = type(self)
        if (
            cls._is_customized
            or cls._process_response is not PROCESS
            or cls.request is not REQUEST
            or "request" in vars(self)
        ):
            from .customized_calls import call

            return call(self, operation, arguments)
        if "extra_headers" in arguments and is_response_requested(arguments["extra_headers"]):
            from .response_calls import pop_response_class

            response_class, read_body = pop_response_class(operation, arguments, False)
            return response_class(self, *self._execute(operation, arguments, read_body))
        prepared, transport, deadline = self._prepare(operation, arguments)
        if prepared.stream and prepared.settings.stream_to is not None:
            from .background_call import start_stream

            return start_stream(self, prepared, transport, deadline)
        return self._build_result(prepared, self._send(prepared, transport, deadline), deadline)

    def _execute(
        self, operation: Operation, arguments: Dict[str, Any], read_body: bool = True
    ) -> Tuple[Call, Response, Deadline]:
        """Make a call and return its successful response; its body is read if `read_body`, unless it is a stream."""
        call, transport, deadline = self._prepare(operation, arguments)
        return call, self._send(call, transport, deadline, read_body), deadline

    def _send(
        self, call: Call, transport: Any, deadline: Deadline, read_body: bool = True, sleep: Any = None
    ) -> Response:
        """Send the request of a call, also more than once, and return its successful response."""
        try:
            response: Response = drive(self._exchange(call, read_body), transport, deadline, sleep)
            return response
        finally:
            call.close()

    def _stream_class(self) -> Any:
        from ..results.stream import Stream

        return Stream

    def _make_transport(self, proxy: Optional[str], ssl: Any) -> Any:
        if sys.platform == "emscripten":  # no sockets
            from ..transport.run_sync_transport import RunSyncTransport

            return RunSyncTransport(proxy=proxy, ssl_context=ssl)
        from ..transport.urllib_transport import UrllibTransport

        return UrllibTransport(proxy=proxy, ssl_context=ssl)

    def _limit_transport(self, transport: Any, watch: Any) -> Any:
        return import_name("client.limited_calls", "LimitedTransport")(transport, watch)

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


PROCESS: Any = OpenAI._process_response
OVERRIDABLE = (
    "_prepare_options", "_prepare_request", "_build_request", "_build_headers", "_prepare_url", "_send_request",
    "_idempotency_key", "_validate_headers", "_should_retry", "_calculate_retry_timeout", "_make_status_error",
    "auth_headers",
)  # fmt: skip
for name in OVERRIDABLE:
    setattr(HTTPMethodsMixin, name, LazyMethod("client.overridable_methods", name))
HTTPMethodsMixin._overridable = {
    **{name: vars(HTTPMethodsMixin)[name] for name in ("request", *OVERRIDABLE)},
    **{name: vars(BaseClient)[name] for name in ("default_headers", "default_query")},
    "_process_response": None,  # always called
}

Client = OpenAI
