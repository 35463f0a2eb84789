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

from .asyncio_body import AsyncBody, Unpacked
from .asyncio_connection import ask
from .asyncio_link import Tls, connected, within
from .connection import DiedUnanswered, Limits
from .http1 import HeadReader
from .pool import Pool
from .route import Proxy, Route, joined, split
from .urllib_transport import default_context

TYPE_CHECKING = False
if TYPE_CHECKING:
    import ssl
    from typing import Any, Deque, Dict, Optional

    from .asyncio_link import Link
    from .base import AsyncAnswer

# A socket that waited in one of Windows' loops can wait in no other.
IS_BOUND_TO_LOOP = sys.platform == "win32"


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
        max_idle: int = 100,
        idle_seconds: float = 50.0,
    ) -> None:
        self._pool = Pool(max_idle, idle_seconds)
        self._context = ssl_context
        self._proxy = proxy
        self._max_connections = max_connections
        self._turns: Any = weakref.WeakKeyDictionary()  # for each event loop
        self._proxies: Optional[Dict[str, str]] = None

    async def send(self, request: Any) -> AsyncAnswer:
        """Send a request; see `Transport.send`."""
        limits = Limits(request.timeout)
        route = self._route(request.url, request.headers)
        head = route.head(request.method, request.headers, request.body)
        turn = await self._turns_here().take(limits.left(request.timeout.pool))
        try:
            answer, body = await self._exchange(route, request, head, limits, turn)
            chunks = _without_coding(answer, body)
        except BaseException:
            turn.end()
            raise
        return answer.status, answer.pairs, chunks, body.close

    async def _exchange(self, route: Route, request: Any, head: bytes, limits: Limits, turn: Turn) -> Any:
        key = route.key + ((asyncio.get_running_loop(),) if IS_BOUND_TO_LOOP else ())

        def done(link: Any, reusable: bool) -> None:
            if reusable:
                self._pool.put(key, link)
            turn.end()

        link: Any = self._pool.take(key)
        if link is not None:
            try:
                found = await ask(link, head, request.body, limits)
            except DiedUnanswered:
                # The server had closed it while it was idle: not a failure of this request (RFC 9112 §9.3.1).
                link = None
        if link is None:
            seconds = limits.left(request.timeout.connect)
            link = await within(seconds, self._connect(route), "connecting")
            found = await ask(link, head, request.body, limits)
        answer, rest, is_sent = found
        # What an early answer left unsent of the request would be missed by the server, or taken for the next one.
        may_keep = is_sent and answer.keeps_alive and answer.status >= 200
        return answer, AsyncBody(link, answer, request.method, rest, limits, done, may_keep)

    def _turns_here(self) -> Turns:
        loop = asyncio.get_running_loop()
        turns: Optional[Turns] = self._turns.get(loop)
        if turns is None:
            turns = self._turns[loop] = Turns(self._max_connections)
        return turns

    def _route(self, url: str, headers: Dict[str, str]) -> Route:
        """Return where a request goes. Raises ValueError for what is no URL of HTTP."""
        scheme, host, port, target = split(url)
        proxy = self._proxy_for(scheme, joined(host, port))
        if proxy is not None:
            for name in headers:
                if name.lower() == "proxy-authorization":
                    proxy.credentials = headers[name]
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

    async def _connect(self, route: Route) -> Link:
        proxy = route.proxy
        link: Link
        link = await connected(*((route.host, route.port) if proxy is None else (proxy.host, proxy.port)))
        try:
            if proxy is not None:
                if proxy.scheme == "https":
                    link = await self._secured(link, proxy.host)
                if route.scheme == "https":
                    await tunnel(link, joined(route.host, route.port), proxy)
            return await self._secured(link, route.host) if route.scheme == "https" else link
        except BaseException:
            link.close()
            raise

    async def _secured(self, link: Link, host: str) -> Link:
        secured = Tls(link, self._context or default_context(), host)
        await secured.shake_hands()
        return secured

    def retire(self) -> None:
        """Close idle connections, and those in use once their answers are closed. From anywhere, loop or not."""
        self._pool.close()

    async def aclose(self) -> None:
        """Do what `retire` does, as the contract of async transports has it."""
        self.retire()

    async def __aenter__(self) -> AsyncioTransport:
        return self

    async def __aexit__(self, *_: object) -> None:
        self.retire()


async def tunnel(link: Link, authority: str, proxy: Proxy) -> None:
    """Ask a proxy for a tunnel. Raises an OSError if it refuses."""
    lines = ["CONNECT " + authority + " HTTP/1.1", "Host: " + authority]
    if proxy.credentials:
        lines.append("Proxy-Authorization: " + proxy.credentials)
    await link.send(("\r\n".join(lines) + "\r\n\r\n").encode("latin-1"), None)
    reader = HeadReader()
    answer = None
    while answer is None:
        answer = reader.feed(await link.receive())
    if not 200 <= answer.status < 300:
        raise OSError("the proxy refused the tunnel: {} {}".format(answer.status, answer.reason).strip())
    if reader.rest:
        raise ConnectionError("the proxy sent more than the head of its answer")


class Turns:
    """Who may use a connection of one event loop: so many at once, the others in the order in which they came."""

    def __init__(self, count: int) -> None:
        self.free = count
        self._waiting: Deque[asyncio.Future[None]] = deque()

    async def take(self, seconds: Optional[float]) -> Turn:
        """Wait for one's turn. Raises TimeoutError."""
        if self.free > 0:
            self.free -= 1
            return Turn(self)
        loop = asyncio.get_running_loop()
        turn = loop.create_future()
        self._waiting.append(turn)
        timer = None if seconds is None else loop.call_later(seconds, _too_late, turn)
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled() and turn.exception() is None:
                self.pass_on()  # it had just come
            raise
        finally:
            if timer is not None:
                timer.cancel()
        return Turn(self)

    def pass_on(self) -> None:
        """Give a turn that has ended to who has waited for longest."""
        while self._waiting:
            turn = self._waiting.popleft()
            if not turn.done():
                turn.set_result(None)
                return
        self.free += 1


def _too_late(turn: asyncio.Future[None]) -> None:
    if not turn.done():
        turn.set_exception(TimeoutError("timed out while waiting for one of the pool's connections"))


class Turn:
    """One turn; it can end but once."""

    __slots__ = ("_turns",)

    def __init__(self, turns: Turns) -> None:
        self._turns: Optional[Turns] = turns

    def end(self) -> None:
        """Let others have their turn."""
        turns, self._turns = self._turns, None
        if turns is not None:
            turns.pass_on()


def _without_coding(answer: Any, body: AsyncBody) -> Any:
    said = answer.framing.get("content-encoding")
    if said is None:
        return body
    from .coding import coding_of

    try:
        coding = coding_of(said)
    except ConnectionError:
        body.drop()
        raise
    return Unpacked(coding, body) if coding else body
