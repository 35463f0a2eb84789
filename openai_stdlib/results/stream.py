# SPDX-License-Identifier: MIT
"""Event streams as iterators of objects: `Stream`, `AsyncStream`, and the `StreamReader` that both use.

`StreamReader` decodes bytes into items without I/O; the two stream classes add only the reading of the body. A stream
that ends before its terminal event raises IncompleteStreamError, so truncated output never looks complete.
"""

from __future__ import annotations

import time

from ..call.api_errors import (
    APIError,
    APIResponseValidationError,
    APITimeoutError,
    IncompleteStreamError,
    connection_error,
    response_validation_error,
)
from ..call.errors import StreamConsumedError
from .models import apply_model
from .objects import APIObject, parse_json
from .sse import BOM, SSEDecoder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, AsyncIterator, Dict, Iterator, List, Optional

    from ..call.drivers import Deadline
    from ..call.message import Response

DONE = "[DONE]"
# Events after which a stream of any type is complete; chat streams end with [DONE].
TERMINAL_EVENTS = frozenset(
    (
        "image_generation.completed", "image_edit.completed", "transcript.text.done", "speech.audio.done",
        "response.completed", "response.failed", "response.incomplete", "done", "error",
    )
)  # fmt: skip
# Event models whose streams are read differently.
ASSISTANT = "beta.AssistantStreamEvent"
AGENT = "beta.AgentSessionEvent"  # these streams have no terminal event
ERROR_EVENT_STREAMS = ("responses.ResponseStreamEvent", "beta.BetaResponseStreamEvent", AGENT)
SSE_PREFIXES = (b":", b"data:", b"event:", b"id:", b"retry:")  # the first line of an event stream starts with one
MAX_RECEIVED_CHARS = 16 * 1024 * 1024  # characters of event data kept for `IncompleteStreamError.received`


class StreamReader:
    """Decoder of the bytes of one stream into its items. No I/O.

    `feed` returns items. Once it has set `ended`, the stream is over, and `raise_failure` raises the error that ended
    it, if any. `event_model` is the name of the model of the items.
    """

    __slots__ = ("event_model", "response", "ended", "closed", "_events", "_failure", "_data", "_size", "_prefix")

    def __init__(self, event_model: str, response: Response) -> None:
        self.event_model = event_model
        self.response = response
        self.ended = False
        self.closed = False  # set by the consumer, which wants no more items
        self._events = SSEDecoder()
        self._failure: Optional[APIError] = None
        self._data: List[str] = []
        self._size = 0
        self._prefix = b""  # the start of the body, until the first event

    def begin(self) -> None:
        """Raise StreamConsumedError if the stream was closed before it was read."""
        if self.closed:
            raise StreamConsumedError("the stream is closed")

    def feed(self, chunk: bytes) -> List[Any]:
        """Return the items that `chunk` completes."""
        items: List[Any] = []
        if not self._data:
            self._prefix = (self._prefix + chunk)[:1000]
        try:
            for name, data, _ in self._events.feed(chunk):
                if data[:6] == DONE:
                    self.ended = True
                    break
                if not data:  # some servers send empty events to keep the connection open
                    continue
                item = parse_json(data)
                self._keep(data)
                if type(item) is APIObject and ("error" in item or name or "type" in item):
                    item = self._classify_event(name, item)
                    if item is None:
                        break
                items.append(apply_model(item, self.event_model))
        except (ValueError, RecursionError) as error:
            self._fail("The stream sent an event that cannot be decoded: {}".format(error))
        return items

    def _keep(self, data: str) -> None:
        """Keep the data of an event for `received`, dropping the oldest if there is too much."""
        self._data.append(data)
        self._size += len(data)
        while self._size > MAX_RECEIVED_CHARS:
            self._size -= len(self._data.pop(0))

    def _classify_event(self, name: str, item: APIObject) -> Optional[APIObject]:
        """Return the item for an event that has a name, a type or an error; None if it ends the stream with an error.

        Sets `ended` after a terminal event or an error.
        """
        # Streams of these models have error events that are ordinary items.
        has_event = "type" in item and (self.event_model in ERROR_EVENT_STREAMS or self.event_model == ASSISTANT)
        error: Any = None if has_event and self.event_model in ERROR_EVENT_STREAMS else item.get("error")
        if not (error or has_event) and "error" in (name, item.get("type")):
            error = item
        if error:
            self.ended = True
            message = error.get("message") if isinstance(error, dict) else error
            message = str(message or "An error occurred during streaming")
            self._failure = APIError(message, self.response.request, body=error)
            return None
        event = name if self.event_model == ASSISTANT else item.get("type")
        if event in TERMINAL_EVENTS:
            self.ended = True
        if self.event_model == ASSISTANT and name:
            return APIObject(event=name, data=item)
        return item

    def _fail(self, message: str) -> None:
        self.ended = True
        self._failure = APIResponseValidationError(self.response, message=message)

    def raise_failure(self) -> None:
        """Raise the error that ended the stream, if any."""
        failure, self._failure = self._failure, None
        if failure is not None:
            raise failure

    def feed_eof(self) -> None:
        """Signal the end of the body.

        Raises IncompleteStreamError if there was no terminal event, and APIResponseValidationError if the body was not
        an event stream.
        """
        if self.closed:
            return
        prefix = self._prefix[3:] if self._prefix.startswith(BOM) else self._prefix
        if not self._data and prefix.strip() and not prefix.lstrip().startswith(SSE_PREFIXES):
            self.response.body = self._prefix
            received = "one JSON object" if prefix.lstrip()[:1] == b"{" else ""
            raise response_validation_error(self.response, received, "a stream of events")
        pending = self._events.pending().strip()
        if pending == DONE or self._is_complete():
            return
        raise self._incomplete("The stream ended before its terminal event, after {} events.".format(len(self._data)))

    def interruption_error(self, error: OSError) -> APIError:
        """Return the error to raise when the connection fails: APITimeoutError or IncompleteStreamError."""
        assert self.response.request is not None
        failure = connection_error(error, self.response.request)
        if isinstance(failure, APITimeoutError):
            return failure
        incomplete = self._incomplete("The stream broke off after {} events: {}".format(len(self._data), error))
        incomplete.__cause__ = error
        return incomplete

    def _incomplete(self, message: str) -> IncompleteStreamError:
        return IncompleteStreamError(message=message, request=self.response.request, received=self.received())

    def _is_complete(self) -> bool:
        """Return whether a stream without terminal event may count as complete.

        This holds for agent streams, and for chat streams in which each choice has its finish reason, because some
        servers don't send [DONE].
        """
        if self.event_model == AGENT:
            return True
        reasons: Dict[Any, Any] = {}
        for item in self.received():
            choices = item.get("choices") if isinstance(item, dict) else None
            for choice in choices if isinstance(choices, list) else ():
                if isinstance(choice, dict):
                    reasons[str(choice.get("index") or 0)] = choice.get("finish_reason")
        return bool(reasons) and all(reasons.values())

    def received(self) -> List[Any]:
        """Return the items received so far."""
        return [apply_model(parse_json(data), self.event_model) for data in self._data]


class IdleTimeout:
    """Enforce the read timeout between *events*, so that keep-alive comments do not keep a stalled stream open.

    `timeout` is in seconds; None disables it.
    """

    __slots__ = ("timeout", "last_event_at", "deadline")

    def __init__(self, timeout: Optional[float], deadline: Deadline) -> None:
        self.timeout = timeout
        self.deadline = deadline
        self.last_event_at = time.monotonic()

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


class _BaseStream:
    """State common to both stream classes: the response, its reader, and the idle timeout."""

    def __init__(self, event_model: str, response: Response, deadline: Deadline) -> None:
        self.response = response
        self._reader = StreamReader(event_model, response)
        timeout = response.request.timeout if response.request is not None else None
        self._idle_timeout = IdleTimeout(timeout.read if timeout else None, deadline)

    def __repr__(self) -> str:
        closed = ", closed" if self._reader.closed else ""
        return "<{} of {!r}{}>".format(type(self).__name__, self.response.request, closed)


class Stream(_BaseStream):
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

    def __iter__(self) -> Iterator[Any]:
        return self._items

    def __next__(self) -> Any:
        return next(self._items)

    def close(self) -> None:
        """End the call and release its connection. May be called at any time, more than once, and from any thread."""
        self._reader.closed = True
        self.response.close()

    def __enter__(self) -> Stream:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _iter_items(reader: StreamReader, idle_timeout: IdleTimeout) -> Iterator[Any]:
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
        failure = reader.interruption_error(error)
        raise failure from failure.__cause__
    finally:
        reader.closed = True
        response.close()
    reader.raise_failure()


class AsyncStream(_BaseStream):
    """Asynchronous version of `Stream`, for `async for` and `async with`; `close` is awaited."""

    def __init__(self, event_model: str, response: Response, deadline: Deadline) -> None:
        super().__init__(event_model, response, deadline)
        self._ready: List[Any] = []
        self._had_events = True  # whether the previous chunk completed an event
        self._chunks = response.detach_stream().__aiter__()

    def __aiter__(self) -> AsyncIterator[Any]:
        return self

    async def __anext__(self) -> Any:
        while not self._ready:
            if self._reader.closed:
                raise StopAsyncIteration
            await self._fetch()
        return self._ready.pop(0)

    async def _fetch(self) -> None:
        """Read one chunk and queue its items. At the end of the stream, close it and raise the error that ended it."""
        reader = self._reader
        try:
            if reader.ended:
                await self.close()
                reader.raise_failure()
                return
            self._idle_timeout.check(self._had_events)
            chunk: Optional[bytes] = await self._next_chunk()
            if chunk is None:
                try:
                    reader.feed_eof()
                finally:
                    await self.close()
                return
            self._ready = reader.feed(chunk)
            self._had_events = bool(self._ready)
        except OSError as error:
            await self.close()
            failure = reader.interruption_error(error)
            raise failure from failure.__cause__

    async def _next_chunk(self) -> Optional[bytes]:
        try:
            chunk: bytes = await self._chunks.__anext__()
            return chunk
        except StopAsyncIteration:
            return None

    async def close(self) -> None:
        """End the call and release its connection. May be called more than once."""
        if not self._reader.closed:
            self._reader.closed = True
            self._ready = []
            await self.response.close()

    aclose = close

    async def __aenter__(self) -> AsyncStream:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()
