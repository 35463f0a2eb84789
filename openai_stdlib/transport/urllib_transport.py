# SPDX-License-Identifier: MIT
"""The default transport: `http.client` connections that are kept alive, and urllib's opener where it is needed.

Requests pass through an `OpenerDirector` (urllib_opener.py) if there are further handlers, and if the program has
imported `urllib.request`: instrumentation that wraps it then sees them. Otherwise nothing can have wrapped it, so
requests go to the connections directly, and the import, a sixth of a small program's start, is saved.

Names, TLS and proxies are in connect.py and proxy.py: a program that talks to an IP address without TLS needs neither.
"""

from __future__ import annotations

import http.client
import os
import sys
from functools import lru_cache, partial

from .connection import (
    MAX_DECOMPRESSION_RATIO,
    QUEUED,
    READ_SIZE,
    ResponseBody,
    ServerDisconnected,
    Timeouts,
    complete_headers,
    send_request,
)
from .pool import ConnectionPool, ConnectionSemaphore, Countdown, connect_tcp, disconnect_in_child, ip_address

TYPE_CHECKING = False
if TYPE_CHECKING:
    import ssl
    import urllib.request
    from typing import Any, Callable, Dict, Iterable, Iterator, Mapping, Optional, Tuple

    from .base import SendResult
    from .pool import Permit
    from .proxy import Proxy, ProxySettings

DEFAULT_PORTS = {"http": 80, "https": 443}
PROXY_VARIABLES = frozenset(("http_proxy", "https_proxy", "all_proxy"))


class Route:
    """The server that a URL leads to, its request target (RFC 9112 §3), and the proxy in between, if any.

    A proxy sees http:// requests itself (`is_forwarded`), unless it is a SOCKS proxy; others pass through a tunnel.
    """

    __slots__ = ("scheme", "host", "port", "target", "authority", "proxy", "is_forwarded", "pool_key")

    def __init__(self, scheme: str, host: str, port: int, target: str, proxy: Optional[Proxy]) -> None:
        self.scheme: str = scheme
        self.host: str = host
        self.port: int = port
        self.target: str = target
        self.proxy: Optional[Proxy] = proxy
        self.authority: str = format_authority(host, port, scheme)
        self.is_forwarded: bool = False
        self.pool_key: Tuple[Any, ...] = (scheme, host, port)
        if proxy is not None:
            self.is_forwarded = scheme == "http" and not proxy.is_socks
            # Forwarded requests to any server share a proxy's connections; a tunnel leads to one server.
            self.pool_key = (proxy,) if self.is_forwarded else (proxy, scheme, host, port)
            if self.is_forwarded:
                self.target = "http://" + self.authority + target

    def apply_to(self, headers: Mapping[str, str]) -> Dict[str, str]:
        """Return the headers to send: the proxy's credentials must not reach the server, nor the server's the proxy."""
        if self.proxy is None:
            return dict(headers)
        result = {name: headers[name] for name in headers if name.lower() != "proxy-authorization"}
        if self.is_forwarded and self.proxy.authorization():
            result["Proxy-Authorization"] = self.proxy.authorization()
        return result


def find_route(url: str, headers: Mapping[str, str], proxies: Optional[ProxySettings]) -> Route:
    """Return the route to a URL. Raises ValueError if it is not an http or https URL, or the proxy's is invalid."""
    scheme, host, port, target = parse_url(url)
    proxy = None if proxies is None else proxies.find(scheme, host, port)
    return Route(scheme, host, port, target, proxy and proxy.with_authorization_of(headers))


def parse_url(url: str) -> Tuple[str, str, int, str]:
    """Return the scheme, host, port and request target of an http or https URL. Raises ValueError."""
    scheme, _, rest = url.partition(":")
    scheme = scheme.lower()
    if scheme not in DEFAULT_PORTS or rest[:2] != "//":
        raise ValueError("unknown url type: {}; expected http or https".format(scheme))
    rest = rest[2:].partition("#")[0]
    ends = [end for end in (rest.find("/"), rest.find("?")) if end >= 0]
    end = min(ends) if ends else len(rest)
    authority, target = rest[:end], rest[end:]
    if target[:1] != "/":
        target = "/" + target
    if not target.isascii() or not target.isprintable() or " " in target:
        raise ValueError("url: the path contains a space, a control character or a non-ASCII character")
    host, port = parse_authority(authority)
    return scheme, host, DEFAULT_PORTS[scheme] if port is None else port, target


@lru_cache(maxsize=64)
def parse_authority(authority: str) -> Tuple[str, Optional[int]]:
    """Return the host, without brackets and in ASCII, and the port of `host:port`. Raises ValueError."""
    from urllib.parse import urlsplit

    if not authority.isprintable() or " " in authority or "@" in authority or "\\" in authority:
        raise ValueError("url: the host contains a space, a control character, '@' or a backslash")
    parts = urlsplit("//" + authority)
    host = parts.hostname
    if not host:
        raise ValueError("url: {!r} has no host".format(authority))
    return host if host.isascii() else host.encode("idna").decode("ascii"), parts.port


def format_authority(host: str, port: int, scheme: str = "") -> str:
    """Return `host:port` (RFC 3986 §3.2), without the port if it is the default of the scheme."""
    if ":" in host:
        host = "[" + host + "]"
    return host if DEFAULT_PORTS.get(scheme) == port else "{}:{}".format(host, port)


class ProxyChoice:
    """The proxies of a transport, found when they are needed: `proxy` is as for `UrllibTransport`."""

    __slots__ = ("_settings", "_is_known")

    def __init__(self, proxy: Optional[str]) -> None:
        self._settings: Optional[ProxySettings] = None
        self._is_known = proxy is not None
        if proxy is not None and proxy != "":
            from .proxy import Hidden, ProxySettings

            hidden, proxy = Hidden(proxy), None  # so that the traceback of an error does not show it
            self._settings = ProxySettings(hidden)

    def __call__(self) -> Optional[ProxySettings]:
        """Return the settings, None if there are no proxies. The environment is read by the first call."""
        if not self._is_known:
            # macOS and Windows may have proxies in the system's settings, which urllib.request reads.
            may_have_settings = sys.platform in ("darwin", "win32") or "urllib.request" in sys.modules
            if may_have_settings or any(name.lower() in PROXY_VARIABLES for name in os.environ):
                from .proxy import ProxySettings

                self._settings = ProxySettings()
            self._is_known = True
        return self._settings


class UrllibTransport:
    """Sends requests over connections that are kept alive, with `http.client` and `urllib.request`.

    `ssl_context` replaces the shared context, which verifies certificates. `proxy` is the URL of a proxy, "" for none;
    None reads http_proxy, https_proxy and all_proxy from the environment. no_proxy applies in both cases. `handlers`
    are additional urllib handlers for the opener. `use_opener` is whether requests pass through an `OpenerDirector`,
    where instrumentation of urllib sees them; None: if there are handlers, and if the program has imported
    `urllib.request`. At most `max_connections` are in use at once (None: no limit); further requests wait for
    a permit. At most `max_idle_connections` are kept idle, for at most `idle_timeout` seconds. A compressed response of
    more than 16 MiB may expand to `max_decompression_ratio` times its size (None: no limit). Raises ConfigError if the
    URL of the proxy is invalid, here or when it is needed.

    Implements the `Transport` interface structurally: inheriting would import `abc` in every program.
    """

    is_abortable = True  # calls `on_wait` of a request, so that another thread may end any of its waits

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
        try:
            proxies = ProxyChoice(proxy)
        finally:
            proxy = None  # so that the traceback of an error does not show its password
        self._max_ratio = max_decompression_ratio
        self._pool = ConnectionPool(max_idle_connections, idle_timeout)
        semaphore = None if max_connections is None else ConnectionSemaphore(max_connections)
        self._connector = Connector(self._pool, ssl_context, semaphore, proxies)
        self._handlers = tuple(handlers)
        self._use_opener = True if self._handlers else use_opener
        self._opener: Any = None

    def send(self, request: Any) -> SendResult:
        """Send a request; see `Transport.send`."""
        use_opener = "urllib.request" in sys.modules if self._use_opener is None else self._use_opener
        if (use_opener or self._opener is not None) and self._load_opener():
            from .urllib_opener import open_request

            response = open_request(self._opener, request)
        else:
            response = self._connector.exchange(request, request.url, request.method, request.headers, request.body)
        body = getattr(response, "response_body", None)
        if body is None:
            # A wrapper of open() may produce the response itself, as in a browser where there are no sockets.
            chunks: Any = iter(lambda: response.read(READ_SIZE), b"")
            return response.getcode(), list(response.headers.items()), chunks, response.close
        head = getattr(response, "head", None)
        if head is None:  # a recording tool replaces http.client's classes
            pairs = list(response.getheaders())
            content_encoding = ", ".join(value for name, value in pairs if name.lower() == "content-encoding")
            return response.status, pairs, _decode_content(content_encoding, body, self._max_ratio), body.close
        chunks = _decode_content(head.framing.get("content-encoding"), body, self._max_ratio)
        return head.status, head.pairs, chunks, body.close

    def _load_opener(self) -> bool:
        """Return whether there is an opener, which a copy without its module lacks unless it is asked for."""
        if self._opener is None:
            try:
                from .urllib_opener import build_opener
            except ModuleNotFoundError:
                if self._use_opener:
                    raise
                return False
            # Two threads may build one each, without harm: openers have no connections.
            self._opener = build_opener(self._connector, self._handlers)
        return True

    def close(self) -> None:
        """Close idle connections now, and those in use once their responses are closed."""
        self._pool.close()

    def __enter__(self) -> UrllibTransport:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class Connector:
    """Sends requests over new or idle connections, and returns `http.client` responses with a `response_body`."""

    def __init__(
        self,
        pool: ConnectionPool,
        ssl_context: Optional[ssl.SSLContext],
        semaphore: Optional[ConnectionSemaphore],
        proxies: Callable[[], Optional[ProxySettings]],
    ) -> None:
        self._pool = pool
        self._context = ssl_context
        self._semaphore = semaphore
        self._proxies = proxies

    def exchange(
        self,
        request: Any,
        url: str,
        method: str,
        headers: Mapping[str, str],
        body: Any,
        proxies: Optional[ProxySettings] = None,
    ) -> Any:
        """Send a request and return the response, whose head has been read. Raises OSError or ValueError.

        `request` has the timeouts, and `on_wait` if its caller can abort it. `proxies` replace the connector's own.
        """
        route = find_route(url, headers, proxies or self._proxies())
        fields = complete_headers(route.apply_to(headers), body)
        timeouts = Timeouts(request.timeout, request)
        if self._semaphore is None:
            return self._send(route, request, method, fields, body, timeouts, None)
        timeouts.on_stage(QUEUED)
        permit = self._semaphore.acquire(timeouts.cap(request.timeout.pool), timeouts.on_wait)
        try:
            return self._send(route, request, method, fields, body, timeouts, permit)
        except BaseException:
            permit.release()
            raise

    def _send(
        self,
        route: Route,
        request: Any,
        method: str,
        headers: Dict[str, str],
        body: Any,
        timeouts: Timeouts,
        permit: Optional[Permit],
    ) -> Any:
        while True:
            connection = self._pool.get(route.pool_key)
            is_reused = connection is not None
            if connection is None:
                seconds = timeouts.cap(request.timeout.connect)
                countdown = Countdown(seconds, "connecting", timeouts.on_wait, timeouts.on_stage)
                connection = self._connect(route, countdown)
            sock = connection.sock
            try:
                response = send_request(connection, method, route.target, body, headers, timeouts)
            except ServerDisconnected:
                # The server had closed it while it was idle: not a failure of this request (RFC 9112 §9.3.1).
                if not is_reused:
                    raise
                continue
            return_to_pool = partial(self._pool.put, route.pool_key)
            # An attribute of the response, because that is what wrappers of open() expect to be returned.
            response.response_body = ResponseBody(response, connection, sock, return_to_pool, timeouts, permit)
            return response

    def _connect(self, route: Route, countdown: Countdown) -> Any:
        """Return a connected `http.client` connection. Raises TimeoutError or another OSError.

        Separate from sending the request, so that no traceback frame holds the request's headers.
        """
        seconds = countdown.remaining()
        context = self._context
        if route.scheme == "https":
            from .connect import default_ssl_context

            context = context or default_ssl_context(countdown)
            connection: Any = http.client.HTTPSConnection(route.host, route.port, timeout=seconds, context=context)
        else:
            server: Any = route.proxy if route.is_forwarded else route
            connection = http.client.HTTPConnection(server.host, server.port, timeout=seconds)
        if type(connection).__module__ != "http.client":
            connection.connect()  # a recording tool has replaced it, which may need no socket
            return connection
        address = ip_address(route.host, route.port) if route.scheme == "http" and route.proxy is None else None
        if address is not None:
            connection.sock = connect_tcp([address], countdown)
        else:
            from .connect import open_socket

            connection.sock = open_socket(route, context, countdown)
        disconnect_in_child(connection.sock)
        return connection


def _decode_content(content_encoding: Optional[str], body: ResponseBody, max_ratio: Optional[float]) -> Iterator[bytes]:
    if not content_encoding:
        return body
    try:
        from .decoders import build_decoder, decode_chunks

        decoder = build_decoder(content_encoding, body.framing, max_ratio)
    except BaseException:
        body.close()
        raise
    return body if decoder is None else decode_chunks(decoder, body)
