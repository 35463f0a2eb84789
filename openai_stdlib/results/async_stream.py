# SPDX-License-Identifier: MIT
"""Event streams as asynchronous iterators of objects: `AsyncStream`."""

from __future__ import annotations

from ..call.errors import OpenAIError
from .stream import BaseStream

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, AsyncIterator, Iterator, Optional

    from ..call.drivers import Deadline
    from ..call.message import Response


class AsyncStream(BaseStream):
    """Asynchronous version of `Stream`, for `async for` and `async with`; `close` is awaited."""

    def __init__(self, event_model: str, response: Response, deadline: Deadline) -> None:
        super().__init__(event_model, response, deadline)
        self._ready: Iterator[Any] = iter(())
        self._had_events = True  # whether the previous chunk completed an event
        self._chunks = response.detach_stream().__aiter__()

    def __init_subclass__(cls) -> None:
        if "__stream__" in vars(cls):
            cls.__anext__ = _next_of_override  # type: ignore[assignment]

    def __stream__(self) -> AsyncIterator[Any]:
        """Return the iterator over the items; programs override it to see each of them."""
        return _AsyncItems(self)

    @property
    def _iterator(self) -> AsyncIterator[Any]:
        """The iterator over the items, which instrumentations replace."""
        if "_replaced" not in vars(self):
            return self.__stream__()
        replaced: AsyncIterator[Any] = vars(self)["_replaced"]
        return replaced

    @_iterator.setter
    def _iterator(self, iterator: AsyncIterator[Any]) -> None:
        self.__dict__["_replaced"] = iterator
        cls = type(self)
        if cls.__anext__ is not _next_of_override:
            replaced: Any = type(cls.__name__, (cls,), {"__module__": cls.__module__, "__anext__": _next_of_override})
            self.__class__ = replaced

    def __aiter__(self) -> AsyncIterator[Any]:
        # A program may have put a method around this one, which iterates over the result.
        return self if type(self).__aiter__ is OWN_ITER else _AsyncItems(self, type(self).__anext__)

    async def __anext__(self) -> Any:
        while True:
            for item in self._ready:
                return item
            if self._reader.closed:
                raise StopAsyncIteration
            await self._fetch()

    async def _fetch(self) -> None:
        """Read one chunk and queue its items. At the end of the stream, close it and raise the error that ended it."""
        reader = self._reader
        try:
            if reader.ended:
                await self.close()
                reader.raise_failure()
                return
            self._idle_timeout.check(self._had_events)
            chunk = await self._next_chunk()
            if reader.closed:  # by another task during the read
                return
            if chunk is None:
                try:
                    reader.feed_eof()
                finally:
                    await self.close()
                return
            items = reader.feed(chunk)
            self._ready, self._had_events = iter(items), bool(items)
        except OSError as error:
            failure = reader.interruption_error(self._idle_timeout.deadline.name_in(error))
            await self.close()
            raise failure from failure.__cause__
        except OpenAIError as error:
            reader.record(error)
            await self.close()
            raise

    async def _next_chunk(self) -> Optional[bytes]:
        """Return the next chunk; None at the end of the body, and when another task closes the stream meanwhile."""
        try:
            chunk: bytes = await self._chunks.__anext__()
            return chunk
        except StopAsyncIteration:
            return None
        except Exception:  # whatever the transport raises for a read that a close has ended
            if not self._reader.closed:
                raise
            return None

    async def close(self) -> None:
        """End the call and release its connection. May be called more than once, and while another task reads.

        That task's iteration ends without an error.
        """
        if not self._reader.closed:
            self._reader.closed = True
            self._ready = iter(())
            await self.response.close()

    aclose = close

    async def __aenter__(self) -> AsyncStream:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()


OWN_ITER: Any = AsyncStream.__aiter__
OWN_NEXT: Any = AsyncStream.__anext__


class _AsyncItems:
    """Iterator over the items of an `AsyncStream`, whatever a program has put around its methods."""

    def __init__(self, stream: AsyncStream, next_item: Any = None) -> None:
        self._stream = stream
        self._next_item = next_item or OWN_NEXT

    def __aiter__(self) -> AsyncIterator[Any]:
        return self

    def __anext__(self) -> Any:
        return self._next_item(self._stream)


async def _next_of_override(stream: Any) -> Any:
    """Return the next item of a stream whose class overrides `__stream__`, or whose `_iterator` was replaced."""
    if "_replaced" not in vars(stream):
        stream.__dict__["_replaced"] = stream.__stream__()
    return await stream._replaced.__anext__()
