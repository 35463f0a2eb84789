# SPDX-License-Identifier: MIT
"""`connect`, and `open_connection` below it, which opens a WebSocket for a request that is ready."""

from __future__ import annotations

from ..call.drivers import Deadline, drive
from ..call.errors import ConfigError, OpenAIError
from ..call.exchange import exchange
from ..call.header_validation import check_headers
from ..call.message import Request
from ..call.timeout import Timeout
from ..transport.websocket_opener import ConnectionSettings, StdlibWebSocketTransport
from ..transport.websocket_options import (
    MAX_QUEUE_BYTES,
    MAX_SIZE,
    WebSocketOptions,
    check_seconds,
    find_websocket_route,
)
from .connection import WebSocketConnection

TYPE_CHECKING = False
if TYPE_CHECKING:
    import ssl
    from typing import Any, Callable, Mapping, Optional, Sequence, Union

    from ..call.api_errors import APIStatusError
    from ..call.message import Response
    from ..call.retry import RetryPolicy
    from ..transport.base import SendResult
    from ..transport.websocket_base import Link, WebSocketTransport


def connect(
    url: str,
    *,
    headers: Optional[Mapping[str, str]] = None,
    origin: Optional[str] = None,
    subprotocols: Optional[Sequence[str]] = None,
    compression: Optional[str] = None,
    max_size: Optional[int] = MAX_SIZE,
    max_frame_size: Optional[int] = None,
    max_queue_bytes: int = MAX_QUEUE_BYTES,
    open_timeout: Optional[float] = 10.0,
    ping_interval: Optional[float] = 20.0,
    ping_timeout: Optional[float] = 20.0,
    close_timeout: Optional[float] = 10.0,
    proxy: Optional[str] = None,
    ssl_context: Optional[ssl.SSLContext] = None,
    max_retries: int = 0,
    transport: Optional[WebSocketTransport] = None,
) -> WebSocketConnection:
    """Open a WebSocket to a ws:// or wss:// URL, and return the connection.

    `headers` and `origin` are sent with the handshake; the server may choose one of the `subprotocols`. `compression`
    is "deflate" to offer permessage-deflate. `max_size` and `max_frame_size` limit in bytes what is received; once
    `max_queue_bytes` of messages wait for `recv`, the server has to wait. Opening takes at most `open_timeout` seconds.
    After `ping_interval` seconds without data a ping is sent; if then nothing arrives for `ping_timeout` seconds, the
    connection has failed. `close_timeout` is how many seconds `close` waits for the server. None is no limit.

    `proxy` is the URL of a proxy, "" for none; None reads http_proxy, https_proxy and all_proxy from the environment.
    `ssl_context` replaces the shared context, which verifies certificates. A failed attempt is repeated up to
    `max_retries` times, by the rules of all calls. `transport` opens the connection in place of the standard library;
    then it has its own settings for TLS and proxies.

    Raises APIStatusError, or a subclass such as AuthenticationError, for a response without status 101,
    APITimeoutError, another APIConnectionError if there is no valid response, and ConfigError for arguments that are
    invalid. Redirects are not followed.
    """
    options = WebSocketOptions(
        subprotocols=subprotocols,
        compression=compression,
        max_size=max_size,
        max_frame_size=max_frame_size,
        max_queue_bytes=max_queue_bytes,
        ping_interval=ping_interval,
        ping_timeout=ping_timeout,
        close_timeout=close_timeout,
    )
    try:
        request = build_request(url, headers, origin, open_timeout)
        settings = build_settings(ssl_context, proxy, transport)
    finally:
        headers = proxy = None  # so that the traceback of an error does not show credentials
    return open_connection(request, options, settings, max_retries, transport=transport)


def build_request(
    url: str, headers: Optional[Mapping[str, str]], origin: Optional[str], open_timeout: Optional[float]
) -> Request:
    """Return the request of a handshake. Raises ConfigError for a URL or headers that cannot be sent."""
    try:
        find_websocket_route(url, {}, None)
    except (AttributeError, TypeError, ValueError) as error:
        message = str(error) if isinstance(error, ValueError) else "url: expected text, got " + type(url).__name__
        raise ConfigError(message) from None
    fields = check_headers("headers", headers)
    if origin is not None:
        fields = fields.merged(check_headers("origin", {"Origin": origin}))
    if "user-agent" not in fields:
        from ..config.settings import USER_AGENT

        fields = fields.merged({"User-Agent": USER_AGENT})
    return Request("GET", url, fields, None, Timeout(connect=check_seconds("open_timeout", open_timeout)))


def build_settings(ssl_context: Optional[ssl.SSLContext], proxy: Optional[str], transport: Any) -> ConnectionSettings:
    """Return the settings of the default transport. Raises ConfigError if another one would ignore them."""
    if transport is not None and not (ssl_context is None and proxy is None):
        name = "proxy" if ssl_context is None else "ssl_context"
        raise ConfigError("{}: does not apply to another transport; pass it to the transport".format(name))
    try:
        return ConnectionSettings(ssl_context, proxy)
    finally:
        proxy = None  # as in connect()


class HandshakeSender:
    """Performs handshakes with a WebSocket transport: its `send` is that of a transport for HTTP.

    So retries, errors of statuses and signing are those of all other calls. After a response with the status 101,
    `link` is the connection.
    """

    def __init__(self, transport: Any, options: WebSocketOptions) -> None:
        self.link: Optional[Link] = None
        self._transport = transport
        self._options = options

    def send(self, request: Any) -> SendResult:
        """Perform the handshake; see `Transport.send`."""
        self.link = None
        try:
            result = self._transport.connect(request, self._options)
        except ValueError as error:
            raise as_config_error(error) from None
        status, headers, chunks, close, self.link = result
        return status, headers, chunks, close


def as_config_error(error: ValueError) -> Exception:
    """Return the error of the package for what a transport cannot send; errors of the network stay what they are."""
    return error if isinstance(error, (OpenAIError, OSError)) else ConfigError(str(error))


def check_transport(transport: Any, is_async: bool, argument: str = "transport") -> None:
    """Raise ConfigError for an object that is not a WebSocket transport. `argument` is what it was passed as."""
    from ..transport.base import CO_COROUTINE
    from ..transport.websocket_base import has_connect

    if isinstance(transport, type) or not has_connect(type(transport), CO_COROUTINE if is_async else 0):
        problem = "expected an object with {} connect(request, options), got {}"
        name = "the class " + transport.__name__ if isinstance(transport, type) else type(transport).__name__
        raise ConfigError(argument + ": " + problem.format("an async" if is_async else "a sync", name))


def open_connection(
    request: Request,
    options: WebSocketOptions,
    settings: Optional[ConnectionSettings] = None,
    policy: Union[int, RetryPolicy] = 0,
    *,
    sign: Optional[Callable[[Request], Any]] = None,
    on_unauthorized: Optional[Callable[[Response], bool]] = None,
    transport: Optional[WebSocketTransport] = None,
    watch: Optional[Callable[[Any], Any]] = None,
) -> WebSocketConnection:
    """Perform the handshake of a request, with retries by `policy`, and return the connection.

    `sign` is called before each attempt and returns the request to send; `on_unauthorized` as for `exchange`. The
    request's connect timeout limits one attempt, its deadline all of them. `settings` are those of the default
    transport; another one has its own. `watch` returns a generator that runs the exchange, and may see its effects.
    """
    if transport is not None:
        check_transport(transport, is_async=False)
    sender = HandshakeSender(transport or StdlibWebSocketTransport(settings=settings), options)
    flow = handshake_flow(request, policy, sign, on_unauthorized)
    if watch is not None:
        flow = watch(flow)
    response = drive(flow, sender, Deadline(request.timeout.deadline))
    if sender.link is None:
        response.close()
        raise not_upgraded_error(response)
    response.chunks = ()
    return WebSocketConnection(sender.link, response)


def handshake_flow(request: Request, policy: Union[int, RetryPolicy], sign: Any, on_unauthorized: Any) -> Any:
    """Return the exchange of a handshake, for a driver: no redirects, and 101 is a success."""
    return exchange(
        request,
        policy,
        read_body=False,
        sign=sign,
        on_unauthorized=on_unauthorized,
        max_redirects=0,
        accepts_upgrade=True,
    )


def not_upgraded_error(response: Response) -> APIStatusError:
    """Build the error of a success status in place of 101."""
    from ..call.api_errors import APIStatusError

    message = "Error code: {} - the server answered as to an HTTP request; is this the URL of a WebSocket?"
    return APIStatusError(message.format(response.status_code), response=response)
