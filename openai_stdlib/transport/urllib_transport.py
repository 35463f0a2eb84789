# SPDX-License-Identifier: MIT
"""The default transport: `http.client` connections that are kept alive, and urllib's opener where it is needed.

Requests pass through an `OpenerDirector` (urllib_opener.py) if there may be a proxy or further handlers, and if the
program has imported `urllib.request`: instrumentation that wraps it then sees them. Otherwise nothing can have wrapped
it, so requests go to the connections directly, and the import, a sixth of a small program's start, is saved.
"""

from __future__ import annotations

import http.client
import os
import sys
from functools import partial

from .connection import (
    MAX_DECOMPRESSION_RATIO,
    READ_SIZE,
    Response,
    ResponseBody,
    ServerDisconnected,
    Timeouts,
    complete_headers,
    map_exception,
    send_request,
)
from .pool import ConnectionPool, ConnectionSemaphore, disconnect_in_child

TYPE_CHECKING = False
if TYPE_CHECKING:
    import ssl
    import urllib.request
    from typing import Any, Dict, Iterable, Iterator, List, Optional, Tuple, Union

    from .base import SendResult
    from .pool import Permit
    from .urllib_opener import UrllibRequest

    OutgoingRequest = Union["DirectRequest", UrllibRequest]

_contexts: Dict[Tuple[Optional[str], ...], ssl.SSLContext] = {}


def default_ssl_context() -> ssl.SSLContext:
    """Return the TLS context shared by all transports; it trusts the CAs of the system or of SSL_CERT_FILE/_DIR.

    Loading the CAs takes about 10 ms, so there is one context for each setting of those variables.
    """
    import ssl

    locations = (os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR"))
    if locations not in _contexts:
        context = ssl.create_default_context()
        context.set_alpn_protocols(["http/1.1"])
        _contexts[locations] = context
    return _contexts[locations]


class UrllibTransport:
    """Sends requests over connections that are kept alive, with `http.client` and `urllib.request`.

    `ssl_context` replaces the shared context, which verifies certificates. `proxy` is a URL for all requests, "" for no
    proxy; None reads http_proxy, https_proxy and no_proxy from the environment, as urllib does. `handlers` are
    additional urllib handlers for the opener. `use_opener` is whether requests pass through an `OpenerDirector`, where
    instrumentation of urllib sees them; None: if there may be a proxy, if there are handlers, and if the program has
    imported `urllib.request`. At most `max_connections` are in use at once (None: no limit); further requests wait for
    a permit. At most `max_idle_connections` are kept idle, for at most `idle_timeout` seconds. A compressed response of
    more than 16 MiB may expand to `max_decompression_ratio` times its size (None: no limit).

    Implements the `Transport` interface structurally: inheriting would import `abc` in every program.
    """

    def __init__(
        self,
        *,
        ssl_context: Optional[ssl.SSLContext] = None,
        proxy: Optional[str] = None,
        handlers: Iterable[urllib.request.BaseHandler] = (),
        use_opener: Optional[bool] = None,
        max_connections: Optional[int] = None,
        max_idle_connections: int = 100,
        idle_timeout: float = 50.0,
        max_decompression_ratio: Optional[float] = MAX_DECOMPRESSION_RATIO,
    ) -> None:
        self._max_ratio = max_decompression_ratio
        self._pool = ConnectionPool(max_idle_connections, idle_timeout)
        semaphore = None if max_connections is None else ConnectionSemaphore(max_connections)
        self._connector = Connector(self._pool, ssl_context, semaphore)
        self._proxy = proxy
        self._handlers = tuple(handlers)
        self._use_opener = True if proxy or self._handlers else use_opener
        self._may_have_proxy: Optional[bool] = None  # looked up for the first request, as an opener does
        self._opener: Any = None

    def send(self, request: Any) -> SendResult:
        """Send a request; see `Transport.send`."""
        if self._opener is None and not self._needs_opener():
            response = self._connector.exchange(DirectRequest(request))
        else:
            from .urllib_opener import open_request

            response = open_request(self._opener or self._build_opener(), request)
        body = getattr(response, "response_body", None)
        if body is None:
            # A wrapper of open() may produce the response itself, as in a browser where there are no sockets.
            return (
                response.getcode(),
                list(response.headers.items()),
                iter(lambda: response.read(READ_SIZE), b""),
                response.close,
            )
        head = getattr(response, "head", None)
        if head is None:  # a recording tool replaces http.client's classes
            pairs = list(response.getheaders())
            content_encoding = ", ".join(value for name, value in pairs if name.lower() == "content-encoding")
            return response.status, pairs, _decode_content(content_encoding, body, self._max_ratio), body.close
        chunks = _decode_content(head.framing.get("content-encoding"), body, self._max_ratio)
        return head.status, head.pairs, chunks, body.close

    def _needs_opener(self) -> bool:
        if self._use_opener is not None:
            return self._use_opener
        if self._may_have_proxy is None:
            # macOS and Windows may have proxies in the system's settings, which urllib.request reads.
            has_settings = sys.platform in ("darwin", "win32")
            self._may_have_proxy = self._proxy is None and (has_settings or _has_proxy_variable())
        return self._may_have_proxy or "urllib.request" in sys.modules

    def _build_opener(self) -> urllib.request.OpenerDirector:
        from .urllib_opener import build_opener

        # Two threads may build one each, without harm: openers have no connections.
        self._opener = build_opener(self._connector, self._proxy, self._handlers)
        opener: urllib.request.OpenerDirector = self._opener
        return opener

    def close(self) -> None:
        """Close idle connections now, and those in use once their responses are closed."""
        self._pool.close()

    def __enter__(self) -> UrllibTransport:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _has_proxy_variable() -> bool:
    return any(name.lower().endswith("_proxy") and value for name, value in os.environ.items())


class DirectRequest:
    """A request to the server itself, with the attributes of `urllib_opener.UrllibRequest`."""

    __slots__ = ("type", "host", "selector", "full_url", "method", "data", "headers", "timeouts", "on_connect")

    tunnel_host = None

    def __init__(self, request: Any) -> None:
        self.full_url = request.url
        scheme, separator, rest = request.url.partition("#")[0].partition("://")
        self.type = scheme.lower()
        if not separator or self.type not in ("http", "https"):
            raise ValueError("unknown url type: {}; expected http or https".format(self.type))
        ends = [end for end in (rest.find("/"), rest.find("?")) if end >= 0]
        end = min(ends) if ends else len(rest)
        self.host, self.selector = rest[:end], rest[end:]
        if self.selector[:1] != "/":
            self.selector = "/" + self.selector
        self.method = request.method
        self.data = request.body
        self.headers = dict(request.headers)
        self.timeouts = request.timeout
        # Set by callers that can abort a request, such as ThreadTransport.
        self.on_connect = getattr(request, "on_connect", None)

    def get_method(self) -> str:
        """Return the method."""
        return str(self.method)

    def split_headers(self) -> Tuple[Dict[str, str], Dict[str, str]]:
        """Return the headers for the server, and none for a proxy."""
        return complete_headers(self.headers, self.data), {}


class Connector:
    """Sends requests over new or idle connections, and returns `http.client` responses with a `response_body`."""

    def __init__(
        self,
        pool: ConnectionPool,
        ssl_context: Optional[ssl.SSLContext],
        semaphore: Optional[ConnectionSemaphore] = None,
    ) -> None:
        self._pool = pool
        self._context = ssl_context
        self._semaphore = semaphore

    def exchange(self, request: OutgoingRequest) -> Any:
        """Send a request and return the response, whose head has been read. Raises OSError or ValueError."""
        timeouts = Timeouts(request.timeouts)
        if self._semaphore is None:
            return self._send_request(request, timeouts, None)
        permit = self._semaphore.acquire(timeouts.cap(request.timeouts.pool))
        try:
            return self._send_request(request, timeouts, permit)
        except BaseException:
            permit.release()
            raise

    def _send_request(self, request: OutgoingRequest, timeouts: Timeouts, permit: Optional[Permit]) -> Any:
        headers, proxy_headers = request.split_headers()
        key = (request.type, request.host, request.tunnel_host, tuple(proxy_headers.values()))
        method, selector, body = request.get_method(), request.selector, request.data
        while True:
            connection = self._pool.get(key)
            is_reused = connection is not None
            if connection is None:
                connection = self._connect(request, proxy_headers, timeouts.cap(request.timeouts.connect))
            sock = connection.sock
            if request.on_connect is not None:
                try:
                    request.on_connect(sock)
                except BaseException:
                    connection.close()
                    raise
            try:
                response = send_request(connection, method, selector, body, headers, timeouts)
            except ServerDisconnected:
                # The server had closed it while it was idle: not a failure of this request (RFC 9112 §9.3.1).
                if not is_reused:
                    raise
                continue
            return_to_pool = partial(self._pool.put, key)
            # An attribute of the response, because that is what wrappers of open() expect to be returned.
            response.response_body = ResponseBody(response, connection, sock, return_to_pool, timeouts, permit)
            return response

    def _connect(self, request: OutgoingRequest, proxy_headers: Dict[str, str], timeout: Optional[float]) -> Any:
        connection = self._new_connection(request, timeout)
        # The proxy's responses to CONNECT: older versions of http.client leave them, and so the socket, open.
        proxy_responses: List[Response] = []

        def make_proxy_response(*args: Any, **kwargs: Any) -> Response:
            proxy_responses.append(Response(*args, **kwargs))
            return proxy_responses[-1]

        if request.tunnel_host is not None:
            connection.set_tunnel(request.tunnel_host, headers=proxy_headers)
            connection.response_class = make_proxy_response
        host = connection.host
        if host.isascii():
            connection.host = host.encode("ascii")  # for text, getaddrinfo imports the idna codec
        try:
            # Separately from sending the request, so that no traceback frame holds the request's headers.
            connection.connect()
        except BaseException as error:
            connection.close()
            if not isinstance(error, Exception) or map_exception(error) is error:
                raise
            raise map_exception(error) from error
        finally:
            connection.host = host
            for response in proxy_responses:
                response.close()
        disconnect_in_child(connection.sock)
        return connection

    def _new_connection(self, request: OutgoingRequest, timeout: Optional[float]) -> Any:
        if not request.host:
            raise ValueError("url: {!r} has no host".format(request.full_url))
        try:
            if request.type != "https":
                return http.client.HTTPConnection(request.host, timeout=timeout)
            context = self._context or default_ssl_context()
            return http.client.HTTPSConnection(request.host, timeout=timeout, context=context)
        except http.client.InvalidURL as error:
            raise map_exception(error) from error


def _decode_content(content_encoding: Optional[str], body: ResponseBody, max_ratio: Optional[float]) -> Iterator[bytes]:
    if not content_encoding:
        return body
    from .decoders import build_decoder, decode_chunks

    decoder = build_decoder(content_encoding, body.framing, max_ratio)
    return body if decoder is None else decode_chunks(decoder, body)
