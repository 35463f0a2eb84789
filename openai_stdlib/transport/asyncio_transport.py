# SPDX-License-Identifier: MIT
"""`AsyncioTransport`: HTTP/1.1 under asyncio with kept-alive connections and no threads; the default of async clients.

What lives here: which connection a request gets, how it is opened, and how many go at once. Neighbours: base.py is the
contract, route.py says where a request goes, asyncio_connection.py sends it, asyncio_body.py reads the answer,
asyncio_link.py has the sockets, and pool.py keeps the idle ones.
"""

from __future__ import annotations

import asyncio
import sys
import weakref
from collections import deque

from .asyncio_body import AsyncResponseBody, DecodedBody
from .asyncio_connection import send_request
from .asyncio_socket import TLSStream, connect_tcp, run_with_timeout
from .connection import ServerDisconnected, Timeouts
from .http1 import HeadReader
from .pool import ConnectionPool
from .route import Proxy, Route, format_authority, parse_url
from .urllib_transport import default_ssl_context

TYPE_CHECKING = False
if TYPE_CHECKING:
    import ssl
    from typing import Any, Deque, Dict, Optional

    from .asyncio_socket import NetworkStream
    from .base import AsyncSendResult

# A socket that waited in one of Windows' loops can wait in no other.
SOCKETS_BOUND_TO_LOOP = sys.platform == "win32"


class AsyncioTransport:
    """Sends over asyncio with kept-alive connections; the standard library and nothing else.

    `ssl_context` replaces the shared verified one. `proxy` is a URL for all requests, "" for no proxy at all; None
    takes http_proxy, https_proxy and no_proxy from the environment, as urllib does. `max_connections` may be in use at
    once in each event loop, further requests wait their turn; `max_idle` and `idle_seconds` bound those that are kept.

    One transport works in any number of event loops, one after another or at once.
    """

    def __init__(
        self,
        *,
        ssl_context: Optional[ssl.SSLContext] = None,
        proxy: Optional[str] = None,
        max_connections: int = 1000,
        max_idle_connections: int = 100,
        idle_timeout: float = 50.0,
    ) -> None:
        self._pool = ConnectionPool(max_idle_connections, idle_timeout)
        self._context = ssl_context
        self._proxy = proxy
        self._max_connections = max_connections
        self._turns: Any = weakref.WeakKeyDictionary()  # for each event loop
        self._proxies: Optional[Dict[str, str]] = None

    async def send(self, request: Any) -> AsyncSendResult:
        """Send a request; see `Transport.send`."""
        limits = Timeouts(request.timeout)
        route = self._route(request.url, request.headers)
        head = route.build_head(request.method, request.headers, request.body)
        turn = await self._loop_semaphore().acquire(limits.cap(request.timeout.pool))
        try:
            answer, body = await self._exchange(route, request, head, limits, turn)
            chunks = _decode_content(answer, body)
        except BaseException:
            turn.release()
            raise
        return answer.status, answer.pairs, chunks, body.close

    async def _exchange(self, route: Route, request: Any, head: bytes, limits: Timeouts, turn: Permit) -> Any:
        key = route.pool_key + ((asyncio.get_running_loop(),) if SOCKETS_BOUND_TO_LOOP else ())

        def done(link: Any, reusable: bool) -> None:
            if reusable:
                self._pool.put(key, link)
            turn.release()

        link: Any = self._pool.get(key)
        if link is not None:
            try:
                found = await send_request(link, head, request.body, limits)
            except ServerDisconnected:
                # The server had closed it while it was idle: not a failure of this request (RFC 9112 §9.3.1).
                link = None
        if link is None:
            seconds = limits.cap(request.timeout.connect)
            link = await run_with_timeout(seconds, self._connect(route), "connecting")
            found = await send_request(link, head, request.body, limits)
        answer, rest, is_sent = found
        # What an early answer left unsent of the request would be missed by the server, or taken for the next one.
        may_keep = is_sent and answer.keeps_alive and answer.status >= 200
        return answer, AsyncResponseBody(link, answer, request.method, rest, limits, done, may_keep)

    def _loop_semaphore(self) -> AsyncConnectionSemaphore:
        loop = asyncio.get_running_loop()
        turns: Optional[AsyncConnectionSemaphore] = self._turns.get(loop)
        if turns is None:
            turns = self._turns[loop] = AsyncConnectionSemaphore(self._max_connections)
        return turns

    def _route(self, url: str, headers: Dict[str, str]) -> Route:
        """Return where a request goes. Raises ValueError for what is no URL of HTTP."""
        scheme, host, port, target = parse_url(url)
        proxy = self._proxy_for(scheme, format_authority(host, port))
        if proxy is not None:
            for name in headers:
                if name.lower() == "proxy-authorization":
                    proxy.authorization = headers[name]
        return Route(scheme, host, port, target, proxy)

    def _proxy_for(self, scheme: str, authority: str) -> Optional[Proxy]:
        if self._proxy == "":
            return None
        import urllib.request

        if self._proxies is None:
            proxy = self._proxy
            self._proxies = urllib.request.getproxies() if proxy is None else {"http": proxy, "https": proxy}
        url = self._proxies.get(scheme)
        if not url or urllib.request.proxy_bypass(authority):
            return None
        return Proxy(url)

    async def _connect(self, route: Route) -> NetworkStream:
        proxy = route.proxy
        link: NetworkStream
        link = await connect_tcp(*((route.host, route.port) if proxy is None else (proxy.host, proxy.port)))
        try:
            if proxy is not None:
                if proxy.scheme == "https":
                    link = await self._start_tls(link, proxy.host)
                if route.scheme == "https":
                    await open_tunnel(link, format_authority(route.host, route.port), proxy)
            return await self._start_tls(link, route.host) if route.scheme == "https" else link
        except BaseException:
            link.close()
            raise

    async def _start_tls(self, link: NetworkStream, host: str) -> NetworkStream:
        secured = TLSStream(link, self._context or default_ssl_context(), host)
        await secured.do_handshake()
        return secured

    def close_nowait(self) -> None:
        """Close idle connections, and those in use once their answers are closed. From anywhere, loop or not."""
        self._pool.close()

    async def aclose(self) -> None:
        """Do what `retire` does, as the contract of async transports has it."""
        self.close_nowait()

    async def __aenter__(self) -> AsyncioTransport:
        return self

    async def __aexit__(self, *_: object) -> None:
        self.close_nowait()


async def open_tunnel(link: NetworkStream, authority: str, proxy: Proxy) -> None:
    """Ask a proxy for a tunnel. Raises an OSError if it refuses."""
    lines = ["CONNECT " + authority + " HTTP/1.1", "Host: " + authority]
    if proxy.authorization:
        lines.append("Proxy-Authorization: " + proxy.authorization)
    await link.send(("\r\n".join(lines) + "\r\n\r\n").encode("latin-1"), None)
    reader = HeadReader()
    answer = None
    while answer is None:
        answer = reader.feed(await link.receive())
    if not 200 <= answer.status < 300:
        raise OSError("the proxy refused the tunnel: {} {}".format(answer.status, answer.reason).strip())
    if reader.trailing_data:
        raise ConnectionError("the proxy sent more than the head of its answer")


class AsyncConnectionSemaphore:
    """Who may use a connection of one event loop: so many at once, the others in the order in which they came."""

    def __init__(self, count: int) -> None:
        self.free = count
        self._waiting: Deque[asyncio.Future[None]] = deque()

    async def acquire(self, seconds: Optional[float]) -> Permit:
        """Wait for one's turn. Raises TimeoutError."""
        if self.free > 0:
            self.free -= 1
            return Permit(self)
        loop = asyncio.get_running_loop()
        turn = loop.create_future()
        self._waiting.append(turn)
        timer = None if seconds is None else loop.call_later(seconds, _expire_waiter, turn)
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled() and turn.exception() is None:
                self.release()  # it had just come
            raise
        finally:
            if timer is not None:
                timer.cancel()
        return Permit(self)

    def release(self) -> None:
        """Give a turn that has ended to who has waited for longest."""
        while self._waiting:
            turn = self._waiting.popleft()
            if not turn.done():
                turn.set_result(None)
                return
        self.free += 1


def _expire_waiter(turn: asyncio.Future[None]) -> None:
    if not turn.done():
        turn.set_exception(TimeoutError("timed out while waiting for one of the pool's connections"))


class Permit:
    """One turn; it can end but once."""

    __slots__ = ("_turns",)

    def __init__(self, turns: AsyncConnectionSemaphore) -> None:
        self._turns: Optional[AsyncConnectionSemaphore] = turns

    def release(self) -> None:
        """Let others have their turn."""
        turns, self._turns = self._turns, None
        if turns is not None:
            turns.release()


def _decode_content(answer: Any, body: AsyncResponseBody) -> Any:
    said = answer.framing.get("content-encoding")
    if said is None:
        return body
    from .decoders import parse_content_encoding

    try:
        coding = parse_content_encoding(said)
    except ConnectionError:
        body.discard()
        raise
    return DecodedBody(coding, body) if coding else body
