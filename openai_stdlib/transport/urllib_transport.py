# SPDX-License-Identifier: MIT
"""The default transport: a `urllib.request` opener with handlers that keep connections alive.

An opener, because proxies, NO_PROXY and instrumentation that wraps `OpenerDirector.open` then work as users of urllib
expect, and further handlers can be passed in. With its own handlers, because those of urllib close the connection after
each request, follow redirects with all headers, and open file:// and ftp:// URLs. This opener has no handler for
redirects or errors, so these are returned as ordinary responses.
"""

from __future__ import annotations

import http.client
import os
import urllib.request
from _thread import allocate_lock
from functools import partial
from urllib.error import URLError

from .connection import READ_SIZE, Response, ResponseBody, ServerDisconnected, Timeouts, map_exception, send_request
from .pool import ConnectionPool, ConnectionSemaphore

TYPE_CHECKING = False
if TYPE_CHECKING:
    import ssl
    from typing import Any, Dict, Iterable, Iterator, List, Optional, Tuple

    from .base import SendResult
    from .http1 import ResponseHead
    from .pool import Permit

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
    """Sends requests with `urllib.request` over connections that are kept alive. Uses only the standard library.

    `ssl_context` replaces the shared context, which verifies certificates. `proxy` is a URL for all requests, "" for no
    proxy; None reads http_proxy, https_proxy and no_proxy from the environment, as urllib does. `handlers` are
    additional urllib handlers for the opener. At most `max_connections` are in use at once (None: no limit); further
    requests wait for a permit. At most `max_idle_connections` are kept idle, for at most `idle_timeout` seconds.

    Implements the `Transport` interface structurally: inheriting would import `abc` in every program.
    """

    def __init__(
        self,
        *,
        ssl_context: Optional[ssl.SSLContext] = None,
        proxy: Optional[str] = None,
        handlers: Iterable[urllib.request.BaseHandler] = (),
        max_connections: Optional[int] = None,
        max_idle_connections: int = 100,
        idle_timeout: float = 50.0,
    ) -> None:
        self._pool = ConnectionPool(max_idle_connections, idle_timeout)
        semaphore = None if max_connections is None else ConnectionSemaphore(max_connections)
        self._handler = KeepAliveHandler(self._pool, ssl_context, semaphore)
        self._proxy = proxy
        self._handlers = tuple(handlers)
        self._lock = allocate_lock()
        self._opener: Optional[urllib.request.OpenerDirector] = None

    def send(self, request: Any) -> SendResult:
        """Send a request; see `Transport.send`."""
        opener = self._opener or self._build_opener()
        # The timeout is passed even though the handler reads the request's own: a wrapper of open() would otherwise
        # pass on None, which means no limit.
        try:
            response: Any = opener.open(UrllibRequest(request), timeout=request.timeout.connect)
        except URLError as error:
            reason: Any = error.reason
            raise map_exception(reason if isinstance(reason, OSError) else ConnectionError(str(reason))) from error
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
            return response.status, list(response.getheaders()), body, body.close
        return head.status, head.pairs, _decode_content(head, body), body.close

    def _build_opener(self) -> urllib.request.OpenerDirector:
        with self._lock:
            if self._opener is None:
                opener = urllib.request.OpenerDirector()
                proxies = None if self._proxy is None else {"http": self._proxy, "https": self._proxy}
                if self._proxy == "":
                    proxies = {}
                for handler in (urllib.request.ProxyHandler(proxies), self._handler) + self._handlers:
                    opener.add_handler(handler)
                self._opener = opener
        return self._opener

    def close(self) -> None:
        """Close idle connections now, and those in use once their responses are closed."""
        self._pool.close()

    def __enter__(self) -> UrllibTransport:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class UrllibRequest(urllib.request.Request):
    """A `urllib.request.Request` whose header names keep their case, and which carries the timeouts."""

    def __init__(self, request: Any) -> None:
        # origin_req_host matters only to cookie policies, and computing it takes longer than everything else here.
        super().__init__(request.url, request.body, origin_req_host="", method=request.method)
        self.headers = dict(request.headers)  # add_header() would change the case of their names
        self.timeouts = request.timeout
        # Set by callers that can abort a request, such as ThreadTransport.
        self.on_connect = getattr(request, "on_connect", None)
        self.tunnel_host: Optional[str] = None

    def set_proxy(self, host: str, type: str) -> None:
        """Send this request through a proxy. Called by urllib's ProxyHandler."""
        if self.type == "https":
            self.tunnel_host = self.host
        else:
            self.type = type
            self.selector = self.full_url
        self.host = host

    def split_headers(self) -> Tuple[Dict[str, str], Dict[str, str]]:
        """Return the headers for the server, and those for the proxy if the request goes through a tunnel."""
        headers = {**self.headers, **self.unredirected_hdrs}
        values = "\0".join(headers.values())
        if "\r" in values or "\n" in values:
            # http.client would accept a folded line, and would show the value of any other in its error.
            raise ValueError("headers: a value contains a line break")
        length = getattr(self.data, "length", None)
        if length is not None and not any(name.lower() == "content-length" for name in headers):
            headers["Content-Length"] = str(length)
        proxy_headers = {}
        if self.tunnel_host is not None:
            for name in [name for name in headers if name.lower() == "proxy-authorization"]:
                proxy_headers[name] = headers.pop(name)
        return headers, proxy_headers


class KeepAliveHandler(urllib.request.BaseHandler):
    """Opens http:// and https:// URLs over connections that are reused for later requests."""

    def __init__(
        self,
        pool: ConnectionPool,
        ssl_context: Optional[ssl.SSLContext],
        semaphore: Optional[ConnectionSemaphore] = None,
    ) -> None:
        self._pool = pool
        self._context = ssl_context
        self._semaphore = semaphore

    def http_open(self, request: UrllibRequest) -> Any:
        """Send a request without TLS."""
        return self._exchange(request)

    def https_open(self, request: UrllibRequest) -> Any:
        """Send a request over TLS, through a tunnel if a proxy is used."""
        return self._exchange(request)

    def unknown_open(self, request: UrllibRequest) -> Any:
        """Raise ValueError for any other scheme. This opener has no handler for files or ftp."""
        raise ValueError("unknown url type: {}; expected http or https".format(request.type))

    def _exchange(self, request: UrllibRequest) -> Any:
        timeouts = Timeouts(request.timeouts)
        if self._semaphore is None:
            return self._send_request(request, timeouts, None)
        permit = self._semaphore.acquire(timeouts.cap(request.timeouts.pool))
        try:
            return self._send_request(request, timeouts, permit)
        except BaseException:
            permit.release()
            raise

    def _send_request(self, request: UrllibRequest, timeouts: Timeouts, permit: Optional[Permit]) -> Any:
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

    def _connect(self, request: UrllibRequest, proxy_headers: Dict[str, str], timeout: Optional[float]) -> Any:
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
        return connection

    def _new_connection(self, request: UrllibRequest, timeout: Optional[float]) -> Any:
        if not request.host:
            raise ValueError("url: {!r} has no host".format(request.full_url))
        try:
            if request.type != "https":
                return http.client.HTTPConnection(request.host, timeout=timeout)
            context = self._context or default_ssl_context()
            return http.client.HTTPSConnection(request.host, timeout=timeout, context=context)
        except http.client.InvalidURL as error:
            raise map_exception(error) from error


def _decode_content(head: ResponseHead, body: ResponseBody) -> Iterator[bytes]:
    content_encoding = head.framing.get("content-encoding")
    if content_encoding is None:
        return body
    from .decoders import decode_chunks, parse_content_encoding

    try:
        coding = parse_content_encoding(content_encoding)
    except ConnectionError:
        body.close()
        raise
    return decode_chunks(coding, body) if coding else body
