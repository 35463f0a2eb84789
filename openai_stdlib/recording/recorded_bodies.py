# SPDX-License-Identifier: MIT
"""The bodies that the transports return: of a response while it is recorded, and while it is replayed."""

from __future__ import annotations

from threading import Event

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, AsyncIterator, Awaitable, Callable, Iterator

    from ..transport.base import AsyncSendResult, SendResult
    from .take import Playback, Take


class RecordedBody:
    """The chunks of a response that is being recorded."""

    def __init__(self, chunks: Iterator[bytes], close: Callable[[], None], take: Take) -> None:
        self._chunks = iter(chunks)
        self._close = close
        self._take = take

    def __iter__(self) -> RecordedBody:
        return self

    def __next__(self) -> bytes:
        try:
            chunk = next(self._chunks)
        except StopIteration:
            self._take.finish(True)
            raise
        except BaseException:
            self._take.drop()
            raise
        self._take.add(chunk)
        return chunk

    def close(self) -> None:
        """Close the response, and write what has been read of it."""
        try:
            self._close()
        finally:
            self._take.finish(False)


def replay(playback: Playback, request: Any) -> SendResult:
    """Return a recorded response; see `Transport.send`."""
    if playback.timing:
        body = TimedBody(playback, request)
        return playback.status, playback.pairs, body, body.close

    def close() -> None:
        playback.is_closed = True

    return playback.status, playback.pairs, playback, close


class TimedBody:
    """The chunks of a replayed response, each when it is due. Making one waits for the head."""

    def __init__(self, playback: Playback, request: Any) -> None:
        self._playback = playback
        self._on_wait = getattr(request, "on_wait", None)  # of a call that another thread can abort
        self._ended = Event()
        self._wait(playback.head_delay())

    def _wait(self, seconds: float) -> None:
        if self._on_wait is not None:
            self._on_wait(self._ended.set)
        self._ended.wait(seconds)
        if self._on_wait is not None:
            self._on_wait(self._ended.set)  # which raises the error of an abort

    def __iter__(self) -> TimedBody:
        return self

    def __next__(self) -> bytes:
        if not self._ended.is_set():
            self._wait(self._playback.next_delay())
        return next(self._playback)

    def close(self) -> None:
        """Close the response, and end a wait of another thread."""
        self._playback.is_closed = True
        self._ended.set()


class AsyncRecordedBody:
    """The chunks of an async response that is being recorded."""

    def __init__(self, chunks: AsyncIterator[bytes], close: Callable[[], Awaitable[None]], take: Take) -> None:
        self._chunks = chunks.__aiter__()
        self._close = close
        self._take = take

    def __aiter__(self) -> AsyncRecordedBody:
        return self

    async def __anext__(self) -> bytes:
        try:
            chunk = await self._chunks.__anext__()
        except StopAsyncIteration:
            self._take.finish(True)
            raise
        except BaseException:
            self._take.drop()
            raise
        self._take.add(chunk)
        return chunk

    async def close(self) -> None:
        """Close the response, and write what has been read of it."""
        try:
            await self._close()
        finally:
            self._take.finish(False)


async def replay_async(playback: Playback) -> AsyncSendResult:
    """Return a recorded response; see `AsyncTransport.send`."""
    body = AsyncReplayedBody(playback)
    if playback.timing:
        await body.wait(playback.head_delay())
    return playback.status, playback.pairs, body, body.close


class AsyncReplayedBody:
    """The chunks of a replayed response, for async clients."""

    def __init__(self, playback: Playback) -> None:
        self._playback = playback
        self._ended: Any = None  # an asyncio.Event, while it waits

    def __aiter__(self) -> AsyncReplayedBody:
        return self

    async def __anext__(self) -> bytes:
        if self._playback.timing and not self._playback.is_closed:
            await self.wait(self._playback.next_delay())
        try:
            return next(self._playback)
        except StopIteration:
            raise StopAsyncIteration from None

    async def wait(self, seconds: float) -> None:
        """Wait until the next part is due, or the response is closed."""
        import asyncio

        self._ended = asyncio.Event()
        try:
            await asyncio.wait_for(self._ended.wait(), seconds)
        except asyncio.TimeoutError:
            pass

    async def close(self) -> None:
        """Close the response, and end the wait of another task."""
        self._playback.is_closed = True
        if self._ended is not None:
            self._ended.set()
