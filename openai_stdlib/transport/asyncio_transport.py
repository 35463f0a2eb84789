# SPDX-License-Identifier: MIT
"""`AsyncioTransport`, the default of async clients: HTTP/1.1 under asyncio with reused connections and no threads.

This module chooses a connection for a request and limits how many are in use. asyncio_connect.py opens connections,
asyncio_connection.py sends the request, asyncio_body.py reads the response, asyncio_socket.py has the sockets.
"""

from __future__ import annotations

import asyncio
import sys
import weakref
from collections import deque

from .asyncio_body import AsyncResponseBody, DecodedBody
from .asyncio_connect import open_stream
from .asyncio_connection import build_head, send_request
from .connection import MAX_DECOMPRESSION_RATIO, QUEUED, ServerDisconnected, Timeouts
from .pool import ConnectionPool
from .urllib_transport import ProxyChoice, find_route

TYPE_CHECKING = False
if TYPE_CHECKING:
    import ssl
    from typing import Any, Deque, Optional

    from .base import AsyncSendResult
    from .http1 import ResponseHead
    from .urllib_transport import Route

# A socket that was registered with one of Windows' proactor loops cannot be used with another loop.
SOCKETS_BOUND_TO_LOOP = sys.platform == "win32"


class AsyncioTransport:
    """Sends requests under asyncio over connections that are kept alive. Uses only the standard library.

    `ssl_context` replaces the shared context, which verifies certificates. `proxy` is the URL of a proxy, "" for none;
    None reads http_proxy, https_proxy and all_proxy from the environment. no_proxy applies in both cases. At most
    `max_connections` are in use at once in each event loop; further requests wait for a permit. At most
    `max_idle_connections` are kept idle, for at most `idle_timeout` seconds. A compressed response of more than 16 MiB
    may expand to `max_decompression_ratio` times its size (None: no limit). Raises ConfigError if the URL of the proxy
    is invalid, here or when it is needed.

    One transport can be used in any number of event loops, consecutively or at the same time.
    """

    def __init__(
        self,
        *,
        ssl_context: Optional[ssl.SSLContext] = None,
        proxy: Optional[str] = None,
        max_connections: int = 1000,
        max_idle_connections: int = 100,
        idle_timeout: float = 50.0,
        max_decompression_ratio: Optional[float] = MAX_DECOMPRESSION_RATIO,
    ) -> None:
        try:
            self._proxies = ProxyChoice(proxy)
        finally:
            proxy = None  # so that the traceback of an error does not show its password
        self._max_ratio = max_decompression_ratio
        self._pool = ConnectionPool(max_idle_connections, idle_timeout)
        self._context = ssl_context
        self._max_connections = max_connections
        self._semaphores: Any = weakref.WeakKeyDictionary()  # one for each event loop

    async def send(self, request: Any) -> AsyncSendResult:
        """Send a request; see `AsyncTransport.send`."""
        timeouts = Timeouts(request.timeout, request)
        route = find_route(request.url, request.headers, self._proxies())
        request_head = build_head(route, request.method, request.headers, request.body)
        timeouts.on_stage(QUEUED)
        permit = await self._loop_semaphore().acquire(timeouts.cap(request.timeout.pool))
        try:
            head, body = await self._exchange(route, request, request_head, timeouts, permit)
        except BaseException:
            permit.release()
            raise
        try:
            chunks = _decode_content(head, body, self._max_ratio)
        except BaseException:
            await body.close()  # which releases the permit
            raise
        return head.status, head.pairs, chunks, body.close

    async def _exchange(
        self, route: Route, request: Any, request_head: bytes, timeouts: Timeouts, permit: Permit
    ) -> Any:
        pool_key = route.pool_key + ((asyncio.get_running_loop(),) if SOCKETS_BOUND_TO_LOOP else ())

        def on_release(stream: Any, reusable: bool) -> None:
            if reusable:
                self._pool.put(pool_key, stream)
            permit.release()

        stream: Any = self._pool.get(pool_key)
        if stream is not None:
            try:
                result = await send_request(stream, request_head, request.body, timeouts)
            except ServerDisconnected:
                # The server had closed it while it was idle: not a failure of this request (RFC 9112 §9.3.1).
                stream = None
        if stream is None:
            seconds = timeouts.cap(request.timeout.connect)
            stream = await open_stream(route, self._context, seconds, on_stage=timeouts.on_stage)
            result = await send_request(stream, request_head, request.body, timeouts)
        head, initial_data, is_sent = result  # pyright: ignore[reportPossiblyUnboundVariable]
        # After an early response the server would still expect the rest of the request, or take it for the next one.
        is_reusable = is_sent and head.keeps_alive and head.status >= 200
        body = AsyncResponseBody(stream, head, request.method, initial_data, timeouts, on_release, is_reusable)
        return head, body

    def _loop_semaphore(self) -> AsyncConnectionSemaphore:
        loop = asyncio.get_running_loop()
        semaphore: Optional[AsyncConnectionSemaphore] = self._semaphores.get(loop)
        if semaphore is None:
            semaphore = self._semaphores[loop] = AsyncConnectionSemaphore(self._max_connections)
        return semaphore

    def close_nowait(self) -> None:
        """Close idle connections now, and those in use once their responses are closed.

        May be called from any thread, with or without a running event loop.
        """
        self._pool.close()

    async def aclose(self) -> None:
        """Do the same as `close_nowait`; required by `AsyncTransport`."""
        self.close_nowait()

    async def __aenter__(self) -> AsyncioTransport:
        return self

    async def __aexit__(self, *_: object) -> None:
        self.close_nowait()


class AsyncConnectionSemaphore:
    """Limits the number of connections in use in one event loop to `count`; waiting tasks are served in order."""

    def __init__(self, count: int) -> None:
        self.available: int = count
        self._waiters: Deque[asyncio.Future[None]] = deque()

    async def acquire(self, timeout: Optional[float]) -> Permit:
        """Wait up to `timeout` seconds (None: forever) for a permit. Raises TimeoutError."""
        if self.available > 0:
            self.available -= 1
            return Permit(self)
        loop = asyncio.get_running_loop()
        waiter = loop.create_future()
        self._waiters.append(waiter)
        timer = None if timeout is None else loop.call_later(timeout, _expire_waiter, waiter)
        try:
            await waiter
        except asyncio.CancelledError:
            if waiter.done() and not waiter.cancelled() and waiter.exception() is None:
                self.release()  # the permit was granted just before the cancellation
            raise
        finally:
            if timer is not None:
                timer.cancel()
        return Permit(self)

    def release(self) -> None:
        """Grant a returned permit to the task that has waited longest."""
        while self._waiters:
            waiter = self._waiters.popleft()
            if not waiter.done():
                waiter.set_result(None)
                return
        self.available += 1


def _expire_waiter(waiter: asyncio.Future[None]) -> None:
    if not waiter.done():
        waiter.set_exception(TimeoutError("timed out while waiting for a connection from the pool"))


class Permit:
    """Permission to use one connection. It is released once."""

    __slots__ = ("_semaphore",)

    def __init__(self, semaphore: AsyncConnectionSemaphore) -> None:
        self._semaphore: Optional[AsyncConnectionSemaphore] = semaphore

    def release(self) -> None:
        """Return the permit. Further calls do nothing."""
        semaphore, self._semaphore = self._semaphore, None
        if semaphore is not None:
            semaphore.release()


def _decode_content(head: ResponseHead, body: AsyncResponseBody, max_ratio: Optional[float]) -> Any:
    content_encoding = head.framing.get("content-encoding")
    if not content_encoding:
        return body
    from .decoders import build_decoder

    decoder = build_decoder(content_encoding, body.framing, max_ratio)
    return body if decoder is None else DecodedBody(decoder, body)
