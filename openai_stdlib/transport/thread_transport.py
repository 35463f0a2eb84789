# SPDX-License-Identifier: MIT
"""`ThreadTransport`: use a sync transport under asyncio, by waiting in a limited number of threads.

It keeps nothing that is bound to an event loop, so it can be used in several loops, one after another.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

from ..call.host_limits import can_start_threads, run_in_thread
from .abortable import Abort, AbortableRequest
from .base import AsyncTransport
from .pool import call_in_child

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable

    from .base import AsyncSendResult


class ThreadTransport(AsyncTransport):
    """Runs the sends of a sync `transport` in at most `max_threads` threads, and its reads in as many others.

    A response occupies a thread only while it waits for bytes. Cancelling a wait closes the response, or wakes the
    thread that waits for it: at once if the transport supports that (`Transport.send`), as all of this project do.
    Closing this transport closes the wrapped one.
    """

    def __init__(self, transport: Any, max_threads: int = 32) -> None:
        self._transport = transport
        self._max_threads = max_threads
        self._make_executors()
        call_in_child(ThreadTransport._make_executors, self)  # which has none of this process's threads

    def _make_executors(self) -> None:
        max_threads = self._max_threads
        self._senders = ThreadPoolExecutor(max_threads, thread_name_prefix="thread-transport-send")
        # A separate pool, because all senders may be waiting for a connection that only a read can release.
        self._readers = ThreadPoolExecutor(max_threads, thread_name_prefix="thread-transport-read")

    async def send(self, request: Any) -> AsyncSendResult:
        """Send a request; see `AsyncTransport.send`."""
        abort = Abort()
        abortable = AbortableRequest(request, abort)
        future = _submit(self._senders, self._transport.send, abortable)
        if future is None:
            status, headers, chunks, close = await run_in_thread(self._transport.send, abortable)
        else:
            try:
                status, headers, chunks, close = await asyncio.wrap_future(future)
            except asyncio.CancelledError:
                future.add_done_callback(_close_response)
                abort.abort()
                raise
        return status, headers, _Chunks(self._run, iter(chunks), close), _close_in_thread(close)

    async def _run(self, function: Callable[..., Any], *args: Any) -> Any:
        future = _submit(self._readers, function, *args)
        return await (run_in_thread(function, *args) if future is None else asyncio.wrap_future(future))

    def close_nowait(self) -> None:
        """Close the wrapped transport, and let the threads end when they are idle. Does not wait for them."""
        self._transport.close()
        self._senders.shutdown(wait=False)
        self._readers.shutdown(wait=False)

    async def aclose(self) -> None:
        """Do the same as `close_nowait`; required by `AsyncTransport`."""
        self.close_nowait()


def _submit(executor: ThreadPoolExecutor, function: Callable[..., Any], *args: Any) -> Any:
    """Return the future of a call in a thread; None if its transport is closed, or this host starts no threads."""
    try:
        return executor.submit(function, *args) if can_start_threads() else None
    except RuntimeError:
        return None


class _Chunks:
    """The body of a response: an async iterator that waits for each chunk in a thread."""

    def __init__(self, run: Callable[..., Any], chunks: Any, close: Callable[[], None]) -> None:
        self._run = run
        self._chunks = chunks
        self._close = close

    def __aiter__(self) -> _Chunks:
        return self

    async def __anext__(self) -> bytes:
        try:
            # A future cannot raise StopIteration, so the end is None.
            chunk = await self._run(next, self._chunks, None)
        except asyncio.CancelledError:
            self._close()  # wakes the reading thread
            raise
        if chunk is None:
            raise StopAsyncIteration
        data: bytes = chunk
        return data


def _close_in_thread(close: Callable[[], None]) -> Callable[[], Any]:
    async def aclose() -> None:
        # In the loop's threads: all readers may be waiting for something that only this close can end.
        await run_in_thread(close)

    return aclose


def _close_response(future: Any) -> None:
    """Close a response that arrived after its call was cancelled."""
    if not future.cancelled() and future.exception() is None:
        future.result()[3]()
