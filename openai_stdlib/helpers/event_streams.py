# SPDX-License-Identifier: MIT
"""What `.stream()` helpers give: managers that make the call when a `with` is entered, and streams of their events.

The shells fetch items and do nothing else; what the items mean is told by a state (chat_stream.py,
response_stream.py): `state.handle(item)` returns events, `state.again(error)` what to go on with after a failure, if
anything. Neighbours: ../answer/stream.py, whose streams these read.
"""

from __future__ import annotations

import time

from ..call.api_errors import APIConnectionError, IncompleteStreamError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, AsyncIterator, Callable, Iterator

CONNECTION_ERRORS = (APIConnectionError, IncompleteStreamError)


class BaseEventStream:
    """The events of a stream, with what has been put together of them so far. Iterate once; close it, or use `with`."""

    def __init__(self, raw: Any, state: Any) -> None:
        self._raw = raw
        self._state = state
        self._closed = False
        self._events = self._iter_events()

    @property
    def response(self) -> Any:
        """The HTTP answer."""
        return self._raw.response

    def _iter_events(self) -> Iterator[Any]:
        handle = self._state.handle
        while True:
            try:
                for item in self._raw:
                    for event in handle(item):
                        yield event
                        if self._closed:
                            return
                return
            except CONNECTION_ERRORS as error:
                again = self._state.reconnect(error)
                if again is None:
                    raise
            self._raw.close()
            if self._closed:  # by another thread
                return
            time.sleep(again.wait)
            self._raw = again.call()

    def __iter__(self) -> Iterator[Any]:
        return self._events

    def __next__(self) -> Any:
        return next(self._events)

    def until_done(self) -> Any:
        """Read to the end, and return this stream."""
        for _ in self._events:
            pass
        return self

    def close(self) -> None:
        """End the call and free its connection. May be called more than once, from any thread."""
        self._closed = True
        self._raw.close()

    def __enter__(self) -> Any:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class AsyncHelperStream:
    """Does what `BaseEventStream` does, for asyncio."""

    def __init__(self, raw: Any, state: Any) -> None:
        self._raw = raw
        self._state = state
        self._pending: Iterator[Any] = iter(())

    @property
    def response(self) -> Any:
        """The HTTP answer."""
        return self._raw.response

    def __aiter__(self) -> AsyncIterator[Any]:
        return self

    async def __anext__(self) -> Any:
        while True:
            for event in self._pending:
                return event
            try:
                self._pending = iter(self._state.handle(await self._raw.__anext__()))
            except CONNECTION_ERRORS as error:
                again = self._state.reconnect(error)
                if again is None:
                    raise
                await self._reopen(again)

    async def _reopen(self, again: Reconnect) -> None:
        from asyncio import sleep

        await self._raw.close()
        await sleep(again.wait)
        self._raw = await again.call()

    async def until_done(self) -> Any:
        """Read to the end, and return this stream."""
        async for _ in self:
            pass
        return self

    async def close(self) -> None:
        """End the call and free its connection. May be called more than once."""
        self._pending = iter(())
        await self._raw.close()

    aclose = close

    async def __aenter__(self) -> Any:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()


class Reconnect:
    """How a stream goes on after it broke: wait that many seconds, make that call, which gives another stream."""

    __slots__ = ("wait", "call")

    def __init__(self, wait: float, call: Callable[[], Any]) -> None:
        self.wait = wait
        self.call = call


class StreamManager:
    """Makes the call when its `with` is entered, gives the stream, and closes that on the way out."""

    def __init__(self, call: Callable[[], Any], wrap: Callable[[Any], Any]) -> None:
        self._call = call
        self._wrap = wrap
        self._stream: Any = None

    def __enter__(self) -> Any:
        self._stream = self._wrap(self._call())
        return self._stream

    def __exit__(self, *_: object) -> None:
        if self._stream is not None:
            self._stream.close()


class AsyncStreamManager(StreamManager):
    """Does what `StreamManager` does, for `async with`."""

    __enter__ = __exit__ = None  # type: ignore[assignment]  # `with` says at once that it is the wrong one

    async def __aenter__(self) -> Any:
        self._stream = self._wrap(await self._call())
        return self._stream

    async def __aexit__(self, *_: object) -> None:
        if self._stream is not None:
            await self._stream.close()
