# SPDX-License-Identifier: MIT
"""`ThreadTransport`: any sync transport under asyncio, its waits done in a bounded number of threads.

Works on every event loop, one after another: it keeps nothing of a loop. Imports nothing of ours but the contract.
"""

from __future__ import annotations

import asyncio
import socket
from concurrent.futures import ThreadPoolExecutor

from .base import AsyncTransport

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable

    from .base import AsyncSendResult


class ThreadTransport(AsyncTransport):
    """Runs `transport`'s sends in at most `max_threads` threads, its reads in as many; closes it when it is closed.

    Each answer that is being read takes a thread only while it waits for bytes. A cancelled wait closes the answer.
    """

    def __init__(self, transport: Any, max_threads: int = 32) -> None:
        self._transport = transport
        self._senders = ThreadPoolExecutor(max_threads, thread_name_prefix="thread-transport-send")
        # Apart, since those who send may all be waiting for a connection that only a read can set free.
        self._readers = ThreadPoolExecutor(max_threads, thread_name_prefix="thread-transport-read")

    async def send(self, request: Any) -> AsyncSendResult:
        """Send a request; see `Transport.send`."""
        watched = _AbortableRequest(request)
        sending = self._senders.submit(self._transport.send, watched)
        try:
            status, headers, chunks, close = await asyncio.wrap_future(sending)
        except asyncio.CancelledError:
            sending.add_done_callback(_close_answer)
            watched.abort()
            raise
        return status, headers, _Chunks(self._run, iter(chunks), close), _close_in_thread(close)

    async def _run(self, function: Callable[..., Any], *arguments: Any) -> Any:
        try:
            waiting: Any = asyncio.wrap_future(self._readers.submit(function, *arguments))
        except RuntimeError:  # our threads have ended; an answer that is still open goes on elsewhere
            waiting = asyncio.get_running_loop().run_in_executor(None, function, *arguments)
        return await waiting

    def close_nowait(self) -> None:
        """Close the transport inside, and end the threads that nobody waits for any more. Doesn't wait."""
        self._transport.close()
        self._senders.shutdown(wait=False)
        self._readers.shutdown(wait=False)

    async def aclose(self) -> None:
        """Do what `retire` does, as the contract of async transports has it."""
        self.close_nowait()


class _AbortableRequest:
    """A request that can be given up while a thread waits for its answer.

    A transport that calls `on_connect` with its socket before it sends, as the default one does, is woken at once;
    any other goes on until its own timeout.
    """

    def __init__(self, request: Any) -> None:
        self.method = request.method
        self.url = request.url
        self.headers = request.headers
        self.body = request.body
        self.timeout = request.timeout
        self._sock: Any = None
        self._given_up = False

    def on_connect(self, sock: Any) -> None:
        """Take note of the socket. Raises ConnectionError if nobody waits for the answer any more."""
        self._sock = sock
        if self._given_up:
            raise ConnectionError("the call was cancelled")

    def abort(self) -> None:
        """Wake the thread that waits."""
        self._given_up = True
        if self._sock is not None:
            try:
                socket.socket.shutdown(self._sock, socket.SHUT_RDWR)
            except OSError:
                pass  # it has ended by itself


class _Chunks:
    """The body of an answer, each wait for bytes done in a thread."""

    def __init__(self, run: Callable[..., Any], chunks: Any, close: Callable[[], None]) -> None:
        self._run = run
        self._chunks = chunks
        self._close = close

    def __aiter__(self) -> _Chunks:
        return self

    async def __anext__(self) -> bytes:
        try:
            # StopIteration cannot leave a future: the end is None.
            chunk = await self._run(next, self._chunks, None)
        except asyncio.CancelledError:
            self._close()  # wakes the thread that reads
            raise
        if chunk is None:
            raise StopAsyncIteration
        read: bytes = chunk
        return read


def _close_in_thread(close: Callable[[], None]) -> Callable[[], Any]:
    async def closing() -> None:
        # Not in our own threads: all of them may be waiting for what only this close can end.
        await asyncio.get_running_loop().run_in_executor(None, close)

    return closing


def _close_answer(sending: Any) -> None:
    """Close an answer that came after nobody waited for it any more."""
    if not sending.cancelled() and sending.exception() is None:
        sending.result()[3]()
