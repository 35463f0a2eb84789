# SPDX-License-Identifier: MIT
"""Cases that only async transports have, and the sync face by which they run through all the others."""

from __future__ import annotations

import asyncio
import threading
import unittest
from contextlib import suppress

from ..raw_server import (
    CHUNKED,
    DRAIN,
    HEAD,
    LIMIT,
    REQUEST,
    RawServer,
    answer,
    chunk,
    forever,
    head,
    per_connection,
    send,
    signal,
    wait,
)
from .assertions import PROMPT, raises
from .base import TransportCase, TransportOptions, echo
from .values import IterableBody, acall, request

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Coroutine, Iterator, Optional

    from ..raw_server import Connection
    from .values import Request


class AsyncCases(TransportCase):
    """What only async has: a loop, tasks and cancelling."""

    def made(self, wanted: TransportOptions) -> Any:
        """Return the sync face of a new transport."""
        return BlockingAdapter(lambda: self.make_transport(wanted))

    def play(
        self, server: RawServer, scene: Callable[[Any, RawServer], Coroutine[Any, Any, None]], **wanted: Any
    ) -> None:
        """Play a scene with a transport of its own in an event loop of its own."""
        self.check_support(wanted)

        async def scenery() -> None:
            transport = self.make_transport(TransportOptions(**wanted))
            try:
                await asyncio.wait_for(scene(transport, server), LIMIT)
            finally:
                await aclose(transport)

        with server:
            asyncio.run(scenery())

    def test_tasks_share_a_transport(self) -> None:
        async def scene(transport: Any, server: RawServer) -> None:
            async def one(number: int) -> bytes:
                _, _, chunks, close = await transport.send(request("{}/{}".format(server.url, number)))
                try:
                    return b"".join([piece async for piece in chunks])
                finally:
                    await close()

            assert await asyncio.gather(*map(one, range(12))) == [b"/%d" % number for number in range(12)]

        self.play(RawServer(forever(echo)), scene)

    def test_cancelled_send(self) -> None:
        if not self.cancels_sends:
            raise unittest.SkipTest("a send goes on until the head is there")
        begun, gone = threading.Event(), threading.Event()

        async def scene(transport: Any, server: RawServer) -> None:
            sending = asyncio.ensure_future(transport.send(request(server.url)))
            await until(begun)
            await cancel_midway(sending)
            await until(gone)
            assert await acall(transport, request(server.url)) == (200, b"ok")

        held = (REQUEST, signal(begun), DRAIN, signal(gone))
        self.play(RawServer(per_connection(held, (REQUEST, answer(b"ok")))), scene)

    def test_cancelled_read(self) -> None:
        gone = threading.Event()

        async def scene(transport: Any, server: RawServer) -> None:
            _, _, chunks, close = await transport.send(request(server.url))
            assert await chunks.__anext__() == b"one"
            await cancel_midway(asyncio.ensure_future(chunks.__anext__()))
            try:
                await chunks.__anext__()
                raise AssertionError("a cancelled body went on")
            except (OSError, StopAsyncIteration):
                pass
            await close()
            await until(gone)
            assert await acall(transport, request(server.url)) == (200, b"ok")

        streaming = (REQUEST, send(head("200 OK", CHUNKED) + chunk(b"one")), DRAIN, signal(gone))
        self.play(RawServer(per_connection(streaming, (REQUEST, answer(b"ok")))), scene)

    def test_cancelled_upload(self) -> None:
        if not self.cancels_sends:
            raise unittest.SkipTest("a send goes on until the head is there")
        begun, cancelled, gone = threading.Event(), threading.Event(), threading.Event()
        large = IterableBody(*[b"x" * 262_144] * 256)

        async def scene(transport: Any, server: RawServer) -> None:
            sending = asyncio.ensure_future(transport.send(request(server.url, "POST", large)))
            await until(begun)
            await cancel_midway(sending)
            cancelled.set()
            await until(gone)
            assert await acall(transport, request(server.url)) == (200, b"ok")

        stalled = (HEAD, signal(begun), wait(cancelled), until_it_ends(gone))
        self.play(RawServer(per_connection(stalled, (REQUEST, answer(b"ok")))), scene)

    def test_cancelled_wait_for_a_connection(self) -> None:
        async def scene(transport: Any, server: RawServer) -> None:
            _, _, chunks, close = await transport.send(request(server.url))
            await cancel_midway(asyncio.ensure_future(transport.send(request(server.url))))
            waiting = asyncio.ensure_future(acall(transport, request(server.url)))
            await close()
            assert await asyncio.wait_for(waiting, PROMPT) == (200, b"ok"), "the cancelled one kept its place"

        streaming = (REQUEST, send(head("200 OK", CHUNKED) + chunk(b"one")), DRAIN)
        self.play(RawServer(per_connection(streaming, (forever(REQUEST, answer(b"ok")),))), scene, max_connections=1)


def until_it_ends(gone: threading.Event) -> Callable[[Connection], None]:
    """Be a step that reads until the client has gone, in whatever way, and tells."""

    def step(connection: Connection) -> None:
        with suppress(ConnectionError):
            DRAIN(connection)
        gone.set()

    return step


async def aclose(transport: Any) -> None:
    """Close an async transport, under either name."""
    await (transport.aclose if hasattr(transport, "aclose") else transport.close)()


async def cancel_midway(task: asyncio.Future[Any]) -> None:
    """Let a task come to its wait, cancel it, and check that it ends cancelled."""
    await asyncio.sleep(0.1)
    task.cancel()
    with raises(asyncio.CancelledError):
        await task


async def until(event: threading.Event) -> None:
    """Wait for the server without holding up the loop."""
    for _ in range(int(PROMPT / 0.02)):
        if event.is_set():
            return
        await asyncio.sleep(0.02)
    raise AssertionError("the server never came to it: a connection was not closed, or a request not sent")


class BlockingAdapter:
    """An async transport with the sync contract: its loop runs in a thread, and every call waits for it."""

    def __init__(self, make: Callable[[], Any]) -> None:
        self._started = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()), daemon=True)
        self._thread.start()
        assert self._started.wait(LIMIT)
        try:
            self._transport = self._wait(self._made(make))
        except BaseException:
            self._end()
            raise

    async def _serve(self) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        self._started.set()
        await self._stop.wait()

    async def _made(self, make: Callable[[], Any]) -> Any:
        return make()

    def _wait(self, coroutine: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop).result(3 * LIMIT)

    def send(self, asked: Request) -> tuple[int, list[tuple[str, str]], Iterator[bytes], Callable[[], None]]:
        """Send as the transport in the loop does."""
        status, headers, chunks, close = self._wait(self._transport.send(asked))
        return status, headers, _Iterated(self, chunks), lambda: self._wait(close())

    def close(self) -> None:
        """Close the transport and end its loop and thread."""
        try:
            self._wait(aclose(self._transport))
        finally:
            self._end()

    def _end(self) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(LIMIT)
        assert not self._thread.is_alive(), "the event loop hangs"


class _Iterated:
    def __init__(self, blocking: BlockingAdapter, chunks: Any) -> None:
        self._blocking, self._chunks = blocking, chunks

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        piece = self._blocking._wait(self._step())
        if piece is None:
            raise StopIteration
        assert isinstance(piece, bytes)
        return piece

    async def _step(self) -> Optional[bytes]:
        try:
            piece: bytes = await self._chunks.__anext__()
            return piece
        except StopAsyncIteration:  # cannot cross a future
            return None
