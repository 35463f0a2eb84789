# SPDX-License-Identifier: MIT
"""Streams of events as iterators of objects: `Stream`, `AsyncStream`, and the `StreamReader` that both think with.

The reader is pure: bytes in, items out. The two shells fetch bytes and do nothing else. A stream that ends without
its last event is an error, never a short answer that looks whole.
Neighbours: sse.py (bytes to events), objects.py (JSON to objects), helpers that assemble what the items mean.
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
# Events after which a stream is complete, whatever its kind; chat streams end with [DONE].
TERMINAL_EVENTS = frozenset(
    (
        "image_generation.completed", "image_edit.completed", "transcript.text.done", "speech.audio.done",
        "response.completed", "response.failed", "response.incomplete", "done", "error",
    )
)  # fmt: skip
# Kinds of streams, by the model of their events, that are read in a way of their own.
ASSISTANT = "beta.AssistantStreamEvent"
AGENT = "beta.AgentSessionEvent"  # whose end no event tells
ERROR_EVENT_STREAMS = ("responses.ResponseStreamEvent", "beta.BetaResponseStreamEvent", AGENT)
SSE_PREFIXES = (b":", b"data:", b"event:", b"id:", b"retry:")  # of what is a stream of events
MAX_RECEIVED_CHARS = 16 * 1024 * 1024  # characters of events kept for the error that a broken stream ends with


class StreamReader:
    """Turns the bytes of one stream into its items. No I/O.

    `feed` returns items; when it sets `ended`, the stream is over, and `conclude` raises what went wrong, if anything.
    """

    __slots__ = ("kind", "reply", "ended", "closed", "_events", "_failure", "_data", "_size", "_prefix")

    def __init__(self, kind: str, reply: Response) -> None:
        self.kind = kind
        self.reply = reply
        self.ended = False
        self.closed = False  # by whoever reads: no more items are wanted
        self._events = SSEDecoder()
        self._failure: Optional[APIError] = None
        self._data: List[str] = []
        self._size = 0
        self._prefix = b""  # of what came, while it was no event

    def begin(self) -> None:
        """Raise StreamConsumedError if the stream was closed before anybody read it."""
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
                if not data:  # somebody's way to keep the line open
                    continue
                item = parse_json(data)
                self._keep(data)
                if type(item) is APIObject and ("error" in item or name or "type" in item):
                    item = self._classify_event(name, item)
                    if item is None:
                        break
                items.append(apply_model(item, self.kind))
        except (ValueError, RecursionError) as error:
            self._fail("The stream sent an event that can't be read: {}".format(error))
        return items

    def _keep(self, data: str) -> None:
        self._data.append(data)
        self._size += len(data)
        while self._size > MAX_RECEIVED_CHARS:
            self._size -= len(self._data.pop(0))

    def _classify_event(self, name: str, item: APIObject) -> Optional[APIObject]:
        """Look at an event that has a name, a type or an error; None if it ends the stream without being an item."""
        # These kinds have events that tell an error, which are items like others.
        has_event = "type" in item and (self.kind in ERROR_EVENT_STREAMS or self.kind == ASSISTANT)
        error: Any = None if has_event and self.kind in ERROR_EVENT_STREAMS else item.get("error")
        if not (error or has_event) and "error" in (name, item.get("type")):
            error = item
        if error:
            self.ended = True
            said = error.get("message") if isinstance(error, dict) else error
            message = str(said or "An error occurred during streaming")
            self._failure = APIError(message, self.reply.request, body=error)
            return None
        event = name if self.kind == ASSISTANT else item.get("type")
        if event in TERMINAL_EVENTS:
            self.ended = True
        if self.kind == ASSISTANT and name:
            return APIObject(event=name, data=item)
        return item

    def _fail(self, message: str) -> None:
        self.ended = True
        self._failure = APIResponseValidationError(self.reply, message=message)

    def raise_failure(self) -> None:
        """Raise the error that the stream ended with, if it did."""
        failure, self._failure = self._failure, None
        if failure is not None:
            raise failure

    def feed_eof(self) -> None:
        """Say that no more bytes will come.

        Raises IncompleteStreamError if the last event has not come, APIResponseValidationError if this was no stream.
        """
        if self.closed:
            return
        begins = self._prefix[3:] if self._prefix.startswith(BOM) else self._prefix
        if not self._data and begins.strip() and not begins.lstrip().startswith(SSE_PREFIXES):
            self.reply.body = self._prefix
            what = "one JSON object" if begins.lstrip()[:1] == b"{" else ""
            raise response_validation_error(self.reply, what, "a stream of events")
        pending = self._events.pending().strip()
        if pending == DONE or self._is_complete():
            return
        raise self._incomplete("The stream ended without its last event, after {} events.".format(len(self._data)))

    def interruption_error(self, error: OSError) -> APIError:
        """Return the error of a stream that the network broke off."""
        assert self.reply.request is not None
        lost = connection_error(error, self.reply.request)
        if isinstance(lost, APITimeoutError):
            return lost
        broken = self._incomplete("The stream broke off after {} events: {}".format(len(self._data), error))
        broken.__cause__ = error
        return broken

    def _incomplete(self, message: str) -> IncompleteStreamError:
        return IncompleteStreamError(message=message, request=self.reply.request, received=self.received())

    def _is_complete(self) -> bool:
        """Tell whether a chat that ended without [DONE] had told all its finish reasons, as some servers do."""
        if self.kind == AGENT:
            return True
        reasons: Dict[Any, Any] = {}
        for item in self.received():
            choices = item.get("choices") if isinstance(item, dict) else None
            for choice in choices if isinstance(choices, list) else ():
                if isinstance(choice, dict):
                    reasons[str(choice.get("index") or 0)] = choice.get("finish_reason")
        return bool(reasons) and all(reasons.values())

    def received(self) -> List[Any]:
        """Return the items that have come so far."""
        return [apply_model(parse_json(data), self.kind) for data in self._data]


class IdleTimeout:
    """Watches that a stream which sends nothing but comments still sends an event in time."""

    __slots__ = ("timeout", "last_event_at", "clock")

    def __init__(self, seconds: Optional[float], clock: Deadline) -> None:
        self.timeout = seconds
        self.clock = clock
        self.last_event_at = time.monotonic()

    def check(self, has_events: bool) -> None:
        """Note one read; raise TimeoutError if there has been no event for too long, or the deadline is over."""
        self.clock.remaining()
        now = time.monotonic()
        if has_events:
            self.last_event_at = now
        elif self.timeout is not None and now - self.last_event_at > self.timeout:
            raise TimeoutError("no event for {:g} s".format(self.timeout))


class _BaseStream:
    """What both kinds of stream are: a reply, a reader, and a state."""

    def __init__(self, kind: str, reply: Response, clock: Deadline) -> None:
        self.response = reply
        self._reader = StreamReader(kind, reply)
        timeout = reply.request.timeout if reply.request is not None else None
        self._patience = IdleTimeout(timeout.read if timeout else None, clock)

    def __repr__(self) -> str:
        closed = ", closed" if self._reader.closed else ""
        return "<{} of {!r}{}>".format(type(self).__name__, self.response.request, closed)


class Stream(_BaseStream):
    """The items of a streamed answer, as they arrive.

    Iterate once, or use it as a context manager; leaving either, or `close`, ends the call. A stream that was read to
    its end gives its connection back. Raises IncompleteStreamError, with what had come, if the server stops short.
    """

    def __init__(self, kind: str, reply: Response, clock: Deadline) -> None:
        super().__init__(kind, reply, clock)
        self._items = _items(self._reader, self._patience)
        next(self._items)  # from here on it frees the connection, also if it is dropped before the first item

    def __iter__(self) -> Iterator[Any]:
        return self._items

    def __next__(self) -> Any:
        return next(self._items)

    def close(self) -> None:
        """End the call and free its connection. May be called at any time, more than once, from any thread."""
        self._reader.closed = True
        self.response.close()

    def __enter__(self) -> Stream:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _items(reader: StreamReader, patience: IdleTimeout) -> Iterator[Any]:
    """Yield None once, then the items. Knows nothing of its stream: so both go as soon as nobody holds them."""
    reply = reader.reply
    try:
        yield None
        reader.begin()
        for chunk in reply.detach_stream():
            items = reader.feed(chunk)
            for item in items:
                yield item
                if reader.closed:
                    return
            if reader.ended:
                break
            patience.check(bool(items))
        else:
            reader.feed_eof()
    except OSError as error:
        if reader.closed:  # by another thread: the end, and no failure
            return
        failure = reader.interruption_error(error)
        raise failure from failure.__cause__
    finally:
        reader.closed = True
        reply.close()
    reader.raise_failure()


class AsyncStream(_BaseStream):
    """The items of a streamed answer, as they arrive; `async for`, `async with`, `await stream.close()`."""

    def __init__(self, kind: str, reply: Response, clock: Deadline) -> None:
        super().__init__(kind, reply, clock)
        self._ready: List[Any] = []
        self._had_events = True  # of the chunk before
        self._chunks = reply.detach_stream().__aiter__()

    def __aiter__(self) -> AsyncIterator[Any]:
        return self

    async def __anext__(self) -> Any:
        while not self._ready:
            if self._reader.closed:
                raise StopAsyncIteration
            await self._fetch()
        return self._ready.pop(0)

    async def _fetch(self) -> None:
        """Read one chunk; at the end of the stream, close it and raise what went wrong, after all items were taken."""
        reader = self._reader
        try:
            if reader.ended:
                await self.close()
                reader.raise_failure()
                return
            self._patience.check(self._had_events)
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
        """End the call and free its connection. May be called more than once."""
        if not self._reader.closed:
            self._reader.closed = True
            self._ready = []
            await self.response.close()

    aclose = close

    async def __aenter__(self) -> AsyncStream:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()
