# SPDX-License-Identifier: MIT
"""Decode server-sent events (WHATWG HTML §9.2.6) of any API into objects. No I/O.

`SSEDecoder` decodes chunk by chunk, `iter_events` and `aiter_events` decode a whole stream.
"""

from __future__ import annotations

from ..call.errors import ArgumentError
from .event_decoder import MAX_EVENT_SIZE, EventDecoder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, AsyncIterable, AsyncIterator, ClassVar, Iterable, Iterator, Optional, Union

    Chunk = Union[bytes, bytearray, memoryview, str]


class ServerSentEvent:
    """One event of an event stream.

    `event` is its type, "message" if the stream doesn't name it; `data` its data. `id` is the last event ID and `retry`
    the reconnection time in milliseconds that were in force when the event was dispatched: "" and None until the stream
    sets them.
    """

    __slots__ = ("event", "data", "id", "retry")

    def __init__(
        self,
        *,
        event: Optional[str] = None,
        data: Optional[str] = None,
        id: Optional[str] = None,
        retry: Optional[int] = None,
    ) -> None:
        self.event: str = event or "message"
        self.data: str = data or ""
        self.id: str = id or ""
        self.retry: Optional[int] = retry

    def json(self) -> Any:
        """Decode the data as JSON. Raises ValueError."""
        from json import loads

        return loads(self.data)

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and all(getattr(self, n) == getattr(other, n) for n in self.__slots__)

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return "ServerSentEvent(event={0.event!r}, data={0.data!r}, id={0.id!r}, retry={0.retry!r})".format(self)


class SSEDecoder(EventDecoder):
    """Incremental decoder of an event stream.

    `last_event_id` and `retry` (milliseconds, or None) are the last values that the stream has set; send the former as
    `Last-Event-ID` to reconnect. As the standard requires, malformed UTF-8 becomes U+FFFD, a block without data is not
    an event, and an incomplete block at the end of the stream is discarded, with its id. An event of more than
    `max_event_size` bytes is a ParseError.
    """

    __slots__ = ()

    def feed(self, chunk: Chunk) -> Iterator[ServerSentEvent]:
        """Yield the events that `chunk` completes. Raises ParseError if an event is too large."""
        for name, data in self.decode_chunk(_to_bytes(chunk)):
            yield ServerSentEvent(event=name, data=data, id=self.last_event_id, retry=self.retry)

    def iter_bytes(self, iterator: Iterable[Chunk]) -> Iterator[ServerSentEvent]:
        """Yield the events of a whole stream, then `reset`. Like the method of `openai._streaming.SSEDecoder`."""
        try:
            for chunk in iterator:
                yield from self.feed(chunk)
        finally:
            self.reset()

    def aiter_bytes(self, iterator: AsyncIterable[Chunk]) -> AsyncIterator[ServerSentEvent]:
        """Yield the events of a whole stream whose chunks arrive asynchronously, then `reset`."""
        return _AsyncEvents(self, iterator)

    def decode(self, line: str) -> Optional[ServerSentEvent]:
        """Process one line, without its line ending, and return the event that it completes, or None."""
        events = list(self.feed(_to_bytes(line) + b"\n"))
        return events[0] if events else None


def iter_events(chunks: Iterable[Chunk], *, max_event_size: int = MAX_EVENT_SIZE) -> Iterator[ServerSentEvent]:
    """Yield the events of a stream of server-sent events, as a `ServerSentEvent` each.

    `chunks` is an iterable of bytes or str, cut anywhere, such as the body of a response from any HTTP library. Raises
    ParseError if an event is larger than `max_event_size` bytes, and ArgumentError if a chunk is neither bytes nor
    str. Decodes as a browser does (WHATWG HTML §9.2.6); see `SSEDecoder`.
    """
    decoder = SSEDecoder(max_event_size)
    whole: Any = (chunks,) if isinstance(chunks, (bytes, bytearray, memoryview, str)) else chunks
    return decoder.iter_bytes(whole)


def aiter_events(
    chunks: AsyncIterable[Chunk], *, max_event_size: int = MAX_EVENT_SIZE
) -> AsyncIterator[ServerSentEvent]:
    """Yield the events of a stream whose chunks arrive asynchronously: `iter_events` for `async for`."""
    if not hasattr(chunks, "__aiter__"):
        raise ArgumentError(
            "chunks: expected an asynchronous iterable, got {}; use iter_events for a plain one".format(
                type(chunks).__name__
            )
        )
    return SSEDecoder(max_event_size).aiter_bytes(chunks)


class _AsyncEvents:
    """Asynchronous iterator over the events of a stream.

    Not an async generator: one that is not exhausted would be finalized by its event loop, which may be gone by then.
    """

    def __init__(self, decoder: SSEDecoder, chunks: AsyncIterable[Chunk]) -> None:
        self._decoder = decoder
        self._chunks = chunks.__aiter__()
        self._ready: Iterator[ServerSentEvent] = iter(())

    def __aiter__(self) -> _AsyncEvents:
        return self

    async def __anext__(self) -> ServerSentEvent:
        while True:
            for event in self._ready:
                return event
            try:
                self._ready = self._decoder.feed(await self._chunks.__anext__())
            except StopAsyncIteration:
                self._decoder.reset()
                raise


def _to_bytes(chunk: Chunk) -> bytes:
    """Return a chunk as bytes. Raises ArgumentError if it is neither bytes nor str."""
    if isinstance(chunk, bytes):
        return chunk
    if isinstance(chunk, str):
        try:
            return chunk.encode("utf-8")
        except UnicodeEncodeError:  # lone surrogates, which become U+FFFD
            return chunk.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode("utf-8")
    if isinstance(chunk, (bytearray, memoryview)):
        return bytes(chunk)
    raise ArgumentError("chunks: expected bytes or str, got {}".format(type(chunk).__name__))
