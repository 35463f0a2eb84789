# SPDX-License-Identifier: MIT
"""Event streams as iterators of objects: `Stream`, and what `AsyncStream` shares with it.

Both only read the body and enforce timeouts; decoding is in stream_reader.py.
"""

from __future__ import annotations

import time

from ..call.errors import OpenAIError
from .models import subscript
from .stream_reader import StreamReader

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Iterator, Optional, Union

    from ..call.drivers import Deadline
    from ..call.message import Response
    from .event_limits import EventLimits


class IdleTimeout:
    """Enforce the read timeout between *events*, so that keep-alive comments do not keep a stalled stream open.

    `timeout` is in seconds; None disables it.
    """

    __slots__ = ("timeout", "last_event_at", "deadline")

    def __init__(self, timeout: Optional[float], deadline: Deadline) -> None:
        self.timeout: Optional[float] = timeout
        self.deadline: Deadline = deadline
        self.last_event_at: float = time.monotonic()

    def check(self, has_events: bool) -> None:
        """Record that a chunk was read, with or without events.

        Raises TimeoutError if the last event is too long ago, and DeadlineExceeded if the call's deadline has passed.
        """
        self.deadline.remaining()
        now = time.monotonic()
        if has_events:
            self.last_event_at = now
        elif self.timeout is not None and now - self.last_event_at > self.timeout:
            raise TimeoutError("no event for {:g} s".format(self.timeout))


def make_reader(event_model: str, response: Response) -> StreamReader:
    """Return the reader of a stream's items: one that tells the observer of the response, if it has one."""
    if response.observer is None:
        return StreamReader(event_model, response)
    from .observed_reader import ObservedReader

    return ObservedReader(event_model, response)


def make_idle_timeout(response: Response, deadline: Deadline) -> Union[IdleTimeout, EventLimits]:
    """Return what enforces the read timeout of a stream, and tells further limits of its call about events."""
    timeout = response.request.timeout if response.request is not None else None
    idle_timeout = IdleTimeout(timeout.read if timeout else None, deadline)
    if timeout is None or not timeout.needs_watch:
        return idle_timeout
    from .event_limits import EventLimits

    return EventLimits(idle_timeout, response.chunks)


class BaseStream:
    """State common to both stream classes: the response, its reader, and the idle timeout."""

    def __init__(self, event_model: str, response: Response, deadline: Deadline) -> None:
        self.response = response
        self._reader = make_reader(event_model, response)
        self._idle_timeout = make_idle_timeout(response, deadline)

    __class_getitem__: Any = classmethod(subscript)

    def __repr__(self) -> str:
        closed = ", closed" if self._reader.closed else ""
        return "<{} of {!r}{}>".format(type(self).__name__, self.response.request, closed)


class Stream(BaseStream):
    """Iterator over the items of an event stream as they arrive. Also a context manager.

    The connection is released when the stream is read to its end, closed, or garbage-collected, and on leaving the
    `with` block. Iteration raises IncompleteStreamError, with the items so far in `received`, if the stream ends before
    its terminal event, and APITimeoutError if no event arrives within the read timeout.
    """

    def __init__(self, event_model: str, response: Response, deadline: Deadline) -> None:
        super().__init__(event_model, response, deadline)
        self._items = _iter_items(self._reader, self._idle_timeout)
        # Enter the generator's `try`, so that it releases the connection even if it is dropped before the first item.
        next(self._items)
        self._iterator = self._items  # instrumentations replace it
        if type(self).__stream__ is not Stream.__stream__:
            self._iterator = self.__stream__()

    def __stream__(self) -> Iterator[Any]:
        """Return the iterator over the items; programs override it to see each of them."""
        return self._items

    def __iter__(self) -> Iterator[Any]:
        return self._iterator

    def __next__(self) -> Any:
        return next(self._iterator)

    def close(self) -> None:
        """End the call and release its connection. May be called at any time, more than once, and from any thread."""
        self._reader.closed = True
        self.response.close()

    def __enter__(self) -> Stream:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _iter_items(reader: StreamReader, idle_timeout: Union[IdleTimeout, EventLimits]) -> Iterator[Any]:
    """Yield None once, then the items.

    The generator does not refer to its Stream, which would be a reference cycle: both must be freed, and the connection
    released, as soon as the last reference to the Stream is gone.
    """
    response = reader.response
    try:
        yield None
        reader.begin()
        for chunk in response.detach_stream():
            items = reader.feed(chunk)
            for item in items:
                yield item
                if reader.closed:
                    return
            if reader.ended:
                break
            idle_timeout.check(bool(items))
        else:
            reader.feed_eof()
    except OSError as error:
        if reader.closed:  # closed by another thread, which is not an error
            return
        failure = reader.interruption_error(idle_timeout.deadline.name_in(error))
        raise failure from failure.__cause__
    except OpenAIError as error:
        reader.record(error)
        raise
    finally:
        reader.closed = True
        response.close()
    reader.raise_failure()
