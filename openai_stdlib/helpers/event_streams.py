# SPDX-License-Identifier: MIT
"""Base classes of the `.stream()` helpers: context managers that open a stream, and iterators over its events.

The iterators read items and nothing else. A state without I/O (chat_stream_state.py, response_stream_state.py)
interprets them: `state.handle(item)` returns events, and `state.reconnect(error)` returns a `Reconnect` after a
connection failure, or None to raise it. The state's `response` is the HTTP response that the items come from.
"""

from __future__ import annotations

from ..call.api_errors import APIConnectionError, IncompleteStreamError
from ..results.async_stream import AsyncStream
from ..results.models import subscript
from ..results.stream import Stream
from .flow import sleep, sleep_async

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, AsyncIterator, Callable, Iterator

CONNECTION_ERRORS = (APIConnectionError, IncompleteStreamError)


def _closable(raw: Any) -> Any:
    """Return what to close: a stream, or its response if a program has put an object of its own around the stream.

    Only that object knows what its `close` does, and whether it must be awaited.
    """
    return raw if issubclass(type(raw), (Stream, AsyncStream)) else raw.response


class BaseEventStream:
    """Iterator over the events of a stream. Iterate once; close it, or use it in a `with` block."""

    __class_getitem__: Any = classmethod(subscript)

    def __init__(self, raw: Any, state: Any) -> None:
        self._raw = raw
        self._state = state
        state.response = raw.response
        self._closed = False
        self._events = self._iter_events()

    @property
    def response(self) -> Any:
        """The HTTP response."""
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
                reconnect = self._state.reconnect(error)
                if reconnect is None:
                    raise
            _closable(self._raw).close()
            if not self._closed:  # by another thread
                sleep(reconnect.delay, reconnect.cancel)
            if not self._closed:
                self._raw = reconnect.open_stream()
                self._state.response = self._raw.response
            if self._closed:
                _closable(self._raw).close()
                return

    def __iter__(self) -> Iterator[Any]:
        return self._events

    def __next__(self) -> Any:
        return next(self._events)

    def until_done(self) -> Any:
        """Read the stream to its end and return this object."""
        for _ in self._events:
            pass
        return self

    def close(self) -> None:
        """End the call and close its connection. May be called more than once, from any thread."""
        self._closed = True
        _closable(self._raw).close()

    def __enter__(self) -> Any:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class AsyncBaseEventStream:
    """Async variant of `BaseEventStream`."""

    __class_getitem__: Any = classmethod(subscript)

    def __init__(self, raw: Any, state: Any) -> None:
        self._raw = raw
        self._state = state
        state.response = raw.response
        self._closed = False
        self._pending: Iterator[Any] = iter(())

    @property
    def response(self) -> Any:
        """The HTTP response."""
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
                reconnect = self._state.reconnect(error)
                if reconnect is None:
                    raise
                await self._reopen(reconnect)

    async def _reopen(self, reconnect: Reconnect) -> None:
        await _closable(self._raw).close()
        if not self._closed:  # by another task
            await sleep_async(reconnect.delay, reconnect.cancel)
        if not self._closed:
            self._raw = await reconnect.open_stream()
            self._state.response = self._raw.response
        if self._closed:
            await _closable(self._raw).close()

    async def until_done(self) -> Any:
        """Read the stream to its end and return this object."""
        async for _ in self:
            pass
        return self

    async def close(self) -> None:
        """End the call and close its connection. May be called more than once."""
        self._closed = True
        self._pending = iter(())
        await _closable(self._raw).close()

    aclose = close

    async def __aenter__(self) -> Any:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()


class Reconnect:
    """How to resume a broken stream: sleep `delay` seconds, then call `open_stream()` for a new stream of items.

    `cancel` is the CancelToken of the call, or None.
    """

    __slots__ = ("delay", "open_stream", "cancel")

    def __init__(self, delay: float, open_stream: Callable[[], Any], cancel: Any = None) -> None:
        self.cancel: Any = cancel
        self.delay: float = delay
        self.open_stream: Callable[[], Any] = open_stream


class StreamManager:
    """Context manager that sends the request on entry, returns the event stream, and closes it on exit."""

    __class_getitem__: Any = classmethod(subscript)

    def __init__(self, open_stream: Callable[[], Any], wrap: Callable[[Any], Any]) -> None:
        self._open_stream = open_stream
        self._wrap = wrap
        self._stream: Any = None

    def __enter__(self) -> Any:
        self._stream = self._wrap(self._open_stream())
        return self._stream

    def __exit__(self, *_: object) -> None:
        if self._stream is not None:
            self._stream.close()


class AsyncStreamManager(StreamManager):
    """Async variant of `StreamManager`, for `async with`."""

    # So that a plain `with` fails before the request.
    __enter__: Any = None
    __exit__: Any = None

    async def __aenter__(self) -> Any:
        self._stream = self._wrap(await self._open_stream())
        return self._stream

    async def __aexit__(self, *_: object) -> None:
        if self._stream is not None:
            await self._stream.close()
