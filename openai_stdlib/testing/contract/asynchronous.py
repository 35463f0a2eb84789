# SPDX-License-Identifier: MIT
"""Tests of async transports only, and the adapter through which they run the tests of sync transports."""

from __future__ import annotations

import asyncio
import threading
import unittest
from contextlib import suppress

from ..raw_server import (
    CHUNKED,
    DRAIN,
    HEAD,
    REQUEST,
    WAIT_TIMEOUT,
    RawServer,
    chunk,
    forever,
    head,
    per_connection,
    respond,
    send,
    signal,
    wait,
)
from .assertions import PROMPT_SECONDS, raises
from .base import TransportCase, TransportOptions, echo
from .values import IterableBody, acall, request

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Coroutine, Iterator, Optional

    from ..raw_server import Connection
    from .values import Request


class AsyncCases(TransportCase):
    """Tests of tasks and cancellation."""

    def make_blocking_transport(self, options: TransportOptions) -> Any:
        """Return a new transport behind sync methods."""
        return BlockingAdapter(lambda: self.make_transport(options))

    def run_check(
        self, server: RawServer, check: Callable[[Any, RawServer], Coroutine[Any, Any, None]], **options: Any
    ) -> None:
        """Run a check with a new transport in a new event loop."""
        self.skip_unless_supported(options)

        async def run() -> None:
            transport = self.make_transport(TransportOptions(**options))
            try:
                await asyncio.wait_for(check(transport, server), WAIT_TIMEOUT)
            finally:
                await aclose(transport)

        with server:
            asyncio.run(run())

    def test_tasks_share_a_transport(self) -> None:
        async def check(transport: Any, server: RawServer) -> None:
            async def call_once(number: int) -> bytes:
                _, _, chunks, close = await transport.send(request("{}/{}".format(server.url, number)))
                try:
                    return b"".join([chunk async for chunk in chunks])
                finally:
                    await close()

            assert await asyncio.gather(*map(call_once, range(12))) == [b"/%d" % number for number in range(12)]

        self.run_check(RawServer(forever(echo)), check)

    def test_cancelled_send(self) -> None:
        if not self.cancels_sends:
            raise unittest.SkipTest("cancels_sends is False")
        started, gone = threading.Event(), threading.Event()

        async def check(transport: Any, server: RawServer) -> None:
            sending = asyncio.ensure_future(transport.send(request(server.url)))
            await wait_until_set(started)
            await cancel_midway(sending)
            await wait_until_set(gone)
            assert await acall(transport, request(server.url)) == (200, b"ok")

        held = (REQUEST, signal(started), DRAIN, signal(gone))
        self.run_check(RawServer(per_connection(held, (REQUEST, respond(b"ok")))), check)

    def test_cancelled_read(self) -> None:
        gone = threading.Event()

        async def check(transport: Any, server: RawServer) -> None:
            _, _, chunks, close = await transport.send(request(server.url))
            assert await chunks.__anext__() == b"one"
            await cancel_midway(asyncio.ensure_future(chunks.__anext__()))
            try:
                await chunks.__anext__()
                raise AssertionError("a cancelled body could still be read")
            except (OSError, StopAsyncIteration):
                pass
            await close()
            await wait_until_set(gone)
            assert await acall(transport, request(server.url)) == (200, b"ok")

        streaming = (REQUEST, send(head("200 OK", CHUNKED) + chunk(b"one")), DRAIN, signal(gone))
        self.run_check(RawServer(per_connection(streaming, (REQUEST, respond(b"ok")))), check)

    def test_cancelled_upload(self) -> None:
        if not self.cancels_sends:
            raise unittest.SkipTest("cancels_sends is False")
        started, cancelled, gone = threading.Event(), threading.Event(), threading.Event()
        large = IterableBody(*[b"x" * 262_144] * 256)

        async def check(transport: Any, server: RawServer) -> None:
            sending = asyncio.ensure_future(transport.send(request(server.url, "POST", large)))
            await wait_until_set(started)
            await cancel_midway(sending)
            cancelled.set()
            await wait_until_set(gone)
            assert await acall(transport, request(server.url)) == (200, b"ok")

        stalled = (HEAD, signal(started), wait(cancelled), drain_until_closed(gone))
        self.run_check(RawServer(per_connection(stalled, (REQUEST, respond(b"ok")))), check)

    def test_cancelled_wait_for_a_connection(self) -> None:
        async def check(transport: Any, server: RawServer) -> None:
            _, _, _chunks, close = await transport.send(request(server.url))
            await cancel_midway(asyncio.ensure_future(transport.send(request(server.url))))
            waiting = asyncio.ensure_future(acall(transport, request(server.url)))
            await close()
            assert await asyncio.wait_for(waiting, PROMPT_SECONDS) == (200, b"ok"), "the cancelled call kept its permit"

        streaming = (REQUEST, send(head("200 OK", CHUNKED) + chunk(b"one")), DRAIN)
        self.run_check(
            RawServer(per_connection(streaming, (forever(REQUEST, respond(b"ok")),))), check, max_connections=1
        )


def drain_until_closed(gone: threading.Event) -> Callable[[Connection], None]:
    """Return a step that reads until the client closes or resets the connection, and then sets `gone`."""

    def step(connection: Connection) -> None:
        with suppress(ConnectionError):
            DRAIN(connection)
        gone.set()

    return step


async def aclose(transport: Any) -> None:
    """Close an async transport, whether its method is called `aclose` or `close`."""
    await (transport.aclose if hasattr(transport, "aclose") else transport.close)()


async def cancel_midway(task: asyncio.Future[Any]) -> None:
    """Let a task start waiting, cancel it, and check that it ends as cancelled."""
    await asyncio.sleep(0.1)
    task.cancel()
    with raises(asyncio.CancelledError):
        await task


async def wait_until_set(event: threading.Event) -> None:
    """Wait until the server sets an event, without blocking the event loop."""
    for _ in range(int(PROMPT_SECONDS / 0.02)):
        if event.is_set():
            return
        await asyncio.sleep(0.02)
    raise AssertionError("the server never set the event: a connection was not closed, or a request not sent")


class BlockingAdapter:
    """Sync wrapper of an async transport, whose event loop runs in a thread; every method waits for it."""

    def __init__(self, make: Callable[[], Any]) -> None:
        self._started = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._run_loop()), daemon=True)
        self._thread.start()
        assert self._started.wait(WAIT_TIMEOUT)
        try:
            self._transport = self._wait(self._call_in_loop(make))
        except BaseException:
            self._stop_loop()
            raise

    async def _run_loop(self) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        self._started.set()
        await self._stop.wait()

    async def _call_in_loop(self, make: Callable[[], Any]) -> Any:
        return make()

    def _wait(self, coroutine: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop).result(3 * WAIT_TIMEOUT)

    def send(self, request: Request) -> tuple[int, list[tuple[str, str]], Iterator[bytes], Callable[[], None]]:
        """Send a request, and return what the transport returns, with a sync iterator and a sync close()."""
        status, headers, chunks, close = self._wait(self._transport.send(request))
        return status, headers, _BlockingIterator(self, chunks), lambda: self._wait(close())

    def close(self) -> None:
        """Close the transport, and stop its event loop and thread."""
        try:
            self._wait(aclose(self._transport))
        finally:
            self._stop_loop()

    def _stop_loop(self) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(WAIT_TIMEOUT)
        assert not self._thread.is_alive(), "the event loop did not stop"


class _BlockingIterator:
    def __init__(self, adapter: BlockingAdapter, chunks: Any) -> None:
        self._adapter, self._chunks = adapter, chunks

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        chunk = self._adapter._wait(self._read_chunk())
        if chunk is None:
            raise StopIteration
        assert isinstance(chunk, bytes)
        return chunk

    async def _read_chunk(self) -> Optional[bytes]:
        try:
            chunk: bytes = await self._chunks.__anext__()
            return chunk
        except StopAsyncIteration:  # a future cannot hold it
            return None
