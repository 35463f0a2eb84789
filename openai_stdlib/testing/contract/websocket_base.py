# SPDX-License-Identifier: MIT
"""Base class of the contract tests for WebSocket transports: override `make_transport`, and the flags.

Sync and async transports run the same tests: an event loop in a thread gives async ones sync methods.
"""

from __future__ import annotations

import asyncio
import threading
import time
import unittest
from contextlib import contextmanager
from typing import NamedTuple

from ..raw_server import WAIT_TIMEOUT, RawServer
from .base import TransportOptions
from .values import Timeout
from .websocket_peer import serve, url_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Coroutine, Iterator, Optional, Sequence

    from .certificates import Certificates
    from .websocket_peer import Peer


class ConnectOptions(NamedTuple):
    """The options of a connection, as transport/websocket_base.py defines them."""

    subprotocols: Sequence[str] = ()
    compression: Optional[str] = None
    max_size: Optional[int] = 16 << 20
    max_frame_size: Optional[int] = None
    max_queue_bytes: int = 16 << 20
    ping_interval: Optional[float] = None
    ping_timeout: Optional[float] = None
    close_timeout: Optional[float] = WAIT_TIMEOUT


class HandshakeRequest(NamedTuple):
    """The request of a handshake, as transport/websocket_base.py defines it."""

    url: str
    headers: dict[str, str]
    timeout: Timeout
    method: str = "GET"
    body: None = None


def handshake_request(url: str, headers: Optional[dict[str, str]] = None, **timeouts: Optional[float]) -> Any:
    """Build a request; keywords are fields of its `Timeout`."""
    fields = {"Authorization": "Bearer sk-test"} if headers is None else headers
    return HandshakeRequest(url, fields, Timeout(**timeouts))


class WebSocketTransportCase:
    """A WebSocket transport under test: how to make it, and which optional behaviour it supports."""

    # Fields of `TransportOptions` that make_transport() supports; tests that need another one are skipped.
    supports: frozenset[str] = frozenset()
    certificates: Optional[Certificates] = None  # without them, tests of TLS are skipped

    limits_frames = True  # supports `max_frame_size`
    limits_heads = True  # fails as soon as the head of the response is too large; otherwise at the time limit
    limits_queue_bytes = True  # supports `max_queue_bytes`; otherwise the server may have to wait earlier, or later
    answers_when_full = True  # answers pings, and completes `close` at once, while the queue is full
    answers_while_sending = True  # receives while the network takes no more of what is being sent
    decodes_proxy_credentials = True  # credentials in the URL of a proxy may be percent-encoded
    ends_receive_at_once = True  # `close` ends a pending `receive` before the server answers
    sends_keepalive = True  # supports `ping_interval` and `ping_timeout`
    sets_pings_at_end = True  # the event of a ping is set when the connection ends
    streams_refusals = True  # returns a refusal before its body has arrived, however large or chunked it is

    def make_transport(self, options: TransportOptions) -> Any:
        """Return a new transport."""
        raise NotImplementedError

    def skip_unless(self, flag: str) -> None:
        """Skip the test if a flag is False."""
        if not getattr(self, flag):
            raise unittest.SkipTest(flag + " is False")

    def require_certificates(self) -> Certificates:
        """Return the certificates, or skip the test if there are none."""
        if self.certificates is None:
            raise unittest.SkipTest("`certificates` is not set")
        return self.certificates

    @contextmanager
    def transport(self, **options: Any) -> Iterator[Any]:
        """Provide a new transport with sync methods."""
        for name in sorted(set(options) - self.supports):
            raise unittest.SkipTest("make_transport() doesn't support " + name)
        yield self.make_transport(TransportOptions(**options))

    @contextmanager
    def connect(self, url: str, **options: Any) -> Iterator[Any]:
        """Provide a connection, a link, and abort it afterwards."""
        with self.transport() as transport:
            status, _, _, _, link = transport.connect(handshake_request(url), ConnectOptions(**options))
            assert status == 101 and link is not None
            try:
                yield link
            finally:
                link.abort()

    @contextmanager
    def connect_to(self, script: Callable[[Peer], object], *fields: str, **options: Any) -> Iterator[Any]:
        """Provide a connection to a server that plays a script, and abort it afterwards."""
        with serve(script, *fields) as server, self.connect(url_of(server), **options) as link:
            yield link


def receive_all(link: Any) -> list[Any]:
    """Receive messages until the connection is closed."""
    messages: list[Any] = []
    while True:
        message = link.receive(WAIT_TIMEOUT)
        if message is None:
            return messages
        messages.append(message)


def wait_until(is_true: Callable[[], object]) -> None:
    """Wait until a condition holds."""
    deadline = time.monotonic() + WAIT_TIMEOUT
    while not is_true():
        assert time.monotonic() < deadline, "a condition never held"
        time.sleep(0.005)


class AsyncWebSocketCase(WebSocketTransportCase):
    """An async WebSocket transport under test, which gets sync methods from an event loop in a thread."""

    @contextmanager
    def transport(self, **options: Any) -> Iterator[Any]:
        """Provide a new transport with sync methods."""
        with super().transport(**options) as transport, LoopThread() as loop:
            yield BlockingTransport(loop, transport)


class LoopThread:
    """An event loop in a thread."""

    def __enter__(self) -> LoopThread:
        self.loop: asyncio.AbstractEventLoop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self.loop.run_forever, daemon=True)
        self._thread.start()
        return self

    def run(self, work: Coroutine[Any, Any, Any]) -> Any:
        """Run a coroutine in the loop, and return its result."""
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(3 * WAIT_TIMEOUT)

    def __exit__(self, *_: object) -> None:
        self.run(self._cancel_tasks())
        self.loop.call_soon_threadsafe(self.loop.stop)
        self._thread.join(WAIT_TIMEOUT)
        assert not self._thread.is_alive(), "the event loop did not stop"
        self.loop.close()

    async def _cancel_tasks(self) -> None:
        tasks = asyncio.all_tasks() - {asyncio.current_task()}
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        for _ in range(3):
            await asyncio.sleep(0)  # for callbacks that close sockets


class BlockingTransport:
    """Sync wrapper of an async transport."""

    def __init__(self, thread: LoopThread, transport: Any) -> None:
        self.thread: LoopThread = thread
        self.transport: Any = transport

    def connect(self, request: Any, options: Any) -> tuple[Any, ...]:
        """Connect, and return what the transport returns, with a body that has been read, and sync methods."""

        async def run() -> tuple[Any, ...]:
            status, headers, chunks, close, link = await self.transport.connect(request, options)
            body = iter(()) if link is not None else BlockingBody(self.thread, chunks)
            return status, headers, body, lambda: self.thread.run(close()), link and BlockingLink(self.thread, link)

        result: tuple[Any, ...] = self.thread.run(run())
        return result


class BlockingBody:
    """Sync iterator over the body of a refusal."""

    def __init__(self, thread: LoopThread, chunks: Any) -> None:
        self._thread, self._chunks = thread, chunks

    def __iter__(self) -> BlockingBody:
        return self

    def __next__(self) -> Any:
        async def read() -> Any:
            async for chunk in self._chunks:
                return chunk
            return None  # a future cannot hold StopAsyncIteration

        chunk = self._thread.run(read())
        if chunk is None:
            raise StopIteration
        return chunk


class BlockingLink:
    """Sync wrapper of an async link."""

    def __init__(self, thread: LoopThread, link: Any) -> None:
        self._thread = thread
        self.link: Any = link
        self.abort: Any = link.abort

    @property
    def end(self) -> Any:
        """How the connection ended."""
        return self.link.end

    def send(self, message: Any) -> None:
        """Send a message."""
        self._thread.run(self.link.send(message))

    def receive(self, timeout: Optional[float] = None) -> Any:
        """Return the next message."""
        return self._thread.run(self.link.receive(timeout))

    def close(self, code: int = 1000, reason: str = "") -> None:
        """Close the connection."""
        self._thread.run(self.link.close(code, reason))

    def ping(self, data: Optional[bytes] = None) -> threading.Event:
        """Send a ping; return an event that is set when the future is done."""
        event = threading.Event()

        async def run() -> None:
            (await self.link.ping(data)).add_done_callback(lambda _: event.set())

        self._thread.run(run())
        return event


def refusing(step: Any) -> RawServer:
    """Return a server that reads the handshake and plays one step."""
    return RawServer(lambda connection: (connection.read_request(), step(connection))[1])
