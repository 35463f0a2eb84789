# SPDX-License-Identifier: MIT
"""The default transport: `urllib.request`'s opener, with handlers that keep connections alive.

Why an opener: proxies, NO_PROXY and instrumentation that wraps `OpenerDirector.open` work as users of urllib expect,
and further handlers can be passed in. Why handlers of our own: urllib closes the connection after each request,
follows redirects with all headers, and opens file:// and ftp://; this opener does none of that. Errors and redirects
are ordinary answers here, since nobody in the chain handles them.
Neighbours: base.py is the contract, connection.py one exchange on one connection, pool.py keeps the idle ones.
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
    """Return the TLS context that all transports share: verified against the system's CAs or SSL_CERT_FILE.

    Loading the CAs takes some 10 ms, so it is done once per setting of those variables.
    """
    import ssl

    where = (os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR"))
    if where not in _contexts:
        context = ssl.create_default_context()
        context.set_alpn_protocols(["http/1.1"])
        _contexts[where] = context
    return _contexts[where]


class UrllibTransport:
    """Sends over `urllib.request` with kept-alive connections; the standard library and nothing else.

    `ssl_context` replaces the shared verified one. `proxy` is a URL for all requests, "" for no proxy at all; None
    takes http_proxy, https_proxy and no_proxy from the environment, as urllib does. `handlers` are further urllib
    handlers for the opener. `max_connections` may be in use at once, without it any number; further requests wait their
    turn. `max_idle` and `idle_seconds` bound the connections that are kept.

    It is a `Transport` by what it does, as any adapter is: inheriting would import `abc` machinery for each program.
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
        turns = None if max_connections is None else ConnectionSemaphore(max_connections)
        self._handler = KeepAliveHandler(self._pool, ssl_context, turns)
        self._proxy = proxy
        self._handlers = tuple(handlers)
        self._lock = allocate_lock()
        self._opener: Optional[urllib.request.OpenerDirector] = None

    def send(self, request: Any) -> SendResult:
        """Send a request; see `Transport.send`."""
        opener = self._opener or self._build_opener()
        # The timeout is passed even though the handler reads the request's own: whoever wraps open() would
        # otherwise hand on None, which means no limit.
        try:
            answer: Any = opener.open(UrllibRequest(request), timeout=request.timeout.connect)
        except URLError as error:
            reason: Any = error.reason
            raise map_exception(reason if isinstance(reason, OSError) else ConnectionError(str(reason))) from error
        body = getattr(answer, "response_body", None)
        if body is None:
            # Whoever wraps open() may answer by itself, as in a browser where there are no sockets.
            return (
                answer.getcode(),
                list(answer.headers.items()),
                iter(lambda: answer.read(READ_SIZE), b""),
                answer.close,
            )
        head = getattr(answer, "head", None)
        if head is None:  # a recorder stands in for http.client
            return answer.status, list(answer.getheaders()), body, body.close
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
        """Close idle connections, and those in use once their answers are closed."""
        self._pool.close()

    def __enter__(self) -> UrllibTransport:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class UrllibRequest(urllib.request.Request):
    """A request in urllib's own shape. Its headers keep their case, and its timeouts come along."""

    def __init__(self, request: Any) -> None:
        # The host that set this off matters to cookie policies alone, and takes longer to find than all the rest.
        super().__init__(request.url, request.body, origin_req_host="", method=request.method)
        self.headers = dict(request.headers)  # add_header() would change the case of their names
        self.timeouts = request.timeout
        self.on_connect = getattr(request, "on_connect", None)  # of who wants to be able to give up
        self.tunnel_host: Optional[str] = None

    def set_proxy(self, host: str, type: str) -> None:
        """Send this request through a proxy: called by ProxyHandler."""
        if self.type == "https":
            self.tunnel_host = self.host
        else:
            self.type = type
            self.selector = self.full_url
        self.host = host

    def split_headers(self) -> Tuple[Dict[str, str], Dict[str, str]]:
        """Return the headers for the server and those for a proxy that is asked for a tunnel."""
        headers = {**self.headers, **self.unredirected_hdrs}
        values = "\0".join(headers.values())
        if "\r" in values or "\n" in values:
            # http.client would let a folded line through, and would show the value of another.
            raise ValueError("a header's value holds a line break")
        length = getattr(self.data, "length", None)
        if length is not None and not any(name.lower() == "content-length" for name in headers):
            headers["Content-Length"] = str(length)
        tunnel = {}
        if self.tunnel_host is not None:
            for name in [name for name in headers if name.lower() == "proxy-authorization"]:
                tunnel[name] = headers.pop(name)
        return headers, tunnel


class KeepAliveHandler(urllib.request.BaseHandler):
    """Opens http:// and https:// over connections that are kept for the next request."""

    def __init__(
        self, pool: ConnectionPool, ssl_context: Optional[ssl.SSLContext], turns: Optional[ConnectionSemaphore] = None
    ) -> None:
        self._pool = pool
        self._context = ssl_context
        self._turns = turns

    def http_open(self, request: UrllibRequest) -> Any:
        """Send a plain request."""
        return self._exchange(request)

    def https_open(self, request: UrllibRequest) -> Any:
        """Send a request over TLS, through a tunnel if there is a proxy."""
        return self._exchange(request)

    def unknown_open(self, request: UrllibRequest) -> Any:
        """Refuse any other scheme; no handler of this opener knows files or ftp."""
        raise ValueError("unknown url type: {}; a transport opens http and https".format(request.type))

    def _exchange(self, request: UrllibRequest) -> Any:
        limits = Timeouts(request.timeouts)
        if self._turns is None:
            return self._send_request(request, limits, None)
        turn = self._turns.acquire(limits.cap(request.timeouts.pool))
        try:
            return self._send_request(request, limits, turn)
        except BaseException:
            turn.release()
            raise

    def _send_request(self, request: UrllibRequest, limits: Timeouts, turn: Optional[Permit]) -> Any:
        headers, tunnel = request.split_headers()
        key = (request.type, request.host, request.tunnel_host, tuple(tunnel.values()))
        while True:
            connection = self._pool.get(key)
            reused = connection is not None
            if connection is None:
                connection = self._connect(request, tunnel, limits.cap(request.timeouts.connect))
            sock = connection.sock
            if request.on_connect is not None:
                try:
                    request.on_connect(sock)
                except BaseException:
                    connection.close()
                    raise
            try:
                answer = send_request(connection, request.get_method(), request.selector, request.data, headers, limits)
            except ServerDisconnected:
                # The server had closed it while it was idle: not a failure of this request (RFC 9112 §9.3.1).
                if not reused:
                    raise
                continue
            # Travels on the response, which is what everyone around open() expects to be returned.
            answer.response_body = ResponseBody(answer, connection, sock, partial(self._pool.put, key), limits, turn)
            return answer

    def _connect(self, request: UrllibRequest, tunnel: Dict[str, str], timeout: Optional[float]) -> Any:
        connection = self._new_connection(request, timeout)
        heads: List[Response] = []  # of a proxy: older versions of http.client leave them, and so the socket, open

        def proxy_head(*given: Any, **named: Any) -> Response:
            heads.append(Response(*given, **named))
            return heads[-1]

        if request.tunnel_host is not None:
            connection.set_tunnel(request.tunnel_host, headers=tunnel)
            connection.response_class = proxy_head
        try:
            # By itself, so that no frame of an exception holds the request's headers.
            connection.connect()
        except BaseException as error:
            connection.close()
            if not isinstance(error, Exception) or map_exception(error) is error:
                raise
            raise map_exception(error) from error
        finally:
            for head in heads:
                head.close()
        return connection

    def _new_connection(self, request: UrllibRequest, timeout: Optional[float]) -> Any:
        if not request.host:
            raise ValueError("{!r} names no host".format(request.full_url))
        try:
            if request.type != "https":
                return http.client.HTTPConnection(request.host, timeout=timeout)
            context = self._context or default_ssl_context()
            return http.client.HTTPSConnection(request.host, timeout=timeout, context=context)
        except http.client.InvalidURL as error:
            raise map_exception(error) from error


def _decode_content(head: ResponseHead, body: ResponseBody) -> Iterator[bytes]:
    said = head.framing.get("content-encoding")
    if said is None:
        return body
    from .decoders import decode_chunks, parse_content_encoding

    try:
        coding = parse_content_encoding(said)
    except ConnectionError:
        body.close()
        raise
    return decode_chunks(coding, body) if coding else body
