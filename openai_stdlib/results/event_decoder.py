# SPDX-License-Identifier: MIT
"""Decode server-sent events (WHATWG HTML §9.2.6) incrementally into types and data. No I/O.

Text is decoded as UTF-8 only when its line is complete, so a chunk may end inside a line break or inside a character.
What is held in memory is bounded by the size of one event.
"""

from __future__ import annotations

from ..call.errors import ArgumentError, ParseError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Iterator, List, Optional, Tuple, Union

BOM = b"\xef\xbb\xbf"
MAX_EVENT_SIZE = 128 * 1024 * 1024  # bytes; far more than an image in base64
MAX_RETRY_DIGITS = 640  # Python converts as many digits to an int under any setting; a longer value is ignored
SLICE_SIZE = 64 * 1024  # bytes that are split into lines at a time: short lines take 20 times their size


class LineDecoder:
    """Incremental decoder that splits bytes into lines at LF, CR or CRLF. `tail` is the incomplete last line."""

    __slots__ = ("tail", "_after_cr", "_at_start")

    def __init__(self) -> None:
        self.tail: bytearray = bytearray()
        self._after_cr = False  # a LF at the start of the next chunk belongs to a CR at the end of this one
        self._at_start = True

    def feed(self, chunk: bytes) -> List[bytes]:
        """Return the lines that `chunk` completes, without line endings."""
        if self._at_start:
            chunk = self._without_bom(chunk)
        if self._after_cr and chunk:
            self._after_cr = False
            if chunk[:1] == b"\n":
                chunk = chunk[1:]
        if b"\r" in chunk:
            self._after_cr = chunk[-1:] == b"\r"
            chunk = chunk.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        lines = chunk.split(b"\n")
        if self.tail and len(lines) > 1:
            self.tail += lines[0]
            lines[0] = bytes(self.tail)
            self.tail = bytearray()
        rest = lines.pop()
        if rest:
            self.tail += rest
        return lines

    def _without_bom(self, chunk: bytes) -> bytes:
        """Return the start of the stream without a byte order mark, or b"" while it may still be incomplete."""
        chunk = bytes(self.tail) + chunk
        self.tail = bytearray()
        if len(chunk) < len(BOM) and BOM.startswith(chunk):
            self.tail += chunk
            return b""
        self._at_start = False
        return chunk[len(BOM) :] if chunk.startswith(BOM) else chunk


class EventDecoder:
    """Incremental decoder of an event stream into plain pairs; sse.py has the public class with its rules."""

    __slots__ = ("_lines", "_name", "_data", "_id", "max_event_size", "last_event_id", "retry")

    def __init__(self, max_event_size: int = MAX_EVENT_SIZE) -> None:
        if isinstance(max_event_size, bool) or not isinstance(max_event_size, int) or max_event_size < 1:
            raise ArgumentError("max_event_size: expected a positive number of bytes, got {!r}".format(max_event_size))
        self.max_event_size: int = max_event_size
        self.last_event_id: str = ""
        self.retry: Optional[int] = None
        self.reset()

    def reset(self) -> None:
        """Discard an incomplete event, to decode another stream. `last_event_id` and `retry` stay."""
        self._lines = LineDecoder()
        self._name = self._id = ""
        self._data: Union[None, bytes, bytearray] = None  # the lines of data so far, None before the first

    def decode_chunk(self, chunk: bytes) -> Iterator[Tuple[str, str]]:
        """Yield the events that `chunk` completes: the type, "" if the stream doesn't set it, and the data."""
        if len(chunk) > SLICE_SIZE:
            for start in range(0, len(chunk), SLICE_SIZE):
                yield from self.decode_chunk(chunk[start : start + SLICE_SIZE])
            return
        for line in self._lines.feed(chunk):
            if not line:
                self.last_event_id = self._id
                data = self._data
                if data is not None:
                    name, self._name, self._data = self._name, "", None
                    yield name, data.decode("utf-8", "replace")
                else:
                    self._name = ""
            elif line[:6] == b"data: " and self._data is None and len(line) <= self.max_event_size:
                self._data = line[6:]  # the usual case: one line of data, without further calls
            else:
                self._process_field(line)
        if len(self._lines.tail) > self.max_event_size:
            self._raise_too_large("a line of the event stream is longer than {} bytes")

    def pending(self) -> Tuple[str, str]:
        """Return the type and the data of the incomplete block at the end of the stream."""
        rest = self.rest()
        data = [] if self._data is None else [bytes(self._data)]
        if rest.startswith(b"data:"):
            data.append(rest[6:] if rest[5:6] == b" " else rest[5:])
        return self._name, b"\n".join(data).decode("utf-8", "replace")

    def rest(self) -> bytes:
        """Return the incomplete last line of the stream."""
        return bytes(self._lines.tail)

    def _append_data(self, value: bytes) -> None:
        data = self._data
        if data is None:
            self._data = data = value
        else:
            if isinstance(data, bytes):
                self._data = data = bytearray(data)
            data += b"\n"
            data += value
        if len(data) > self.max_event_size:
            self._raise_too_large("an event is larger than {} bytes")

    def _process_field(self, line: bytes) -> None:
        name, _, value = line.partition(b":")
        if value[:1] == b" ":
            value = value[1:]
        if name == b"data":
            self._append_data(value)
        elif name == b"event":
            self._name = value.decode("utf-8", "replace")
        elif name == b"id":
            if b"\0" not in value:
                self._id = value.decode("utf-8", "replace")
        elif name == b"retry":
            digits = value.lstrip(b"0") or value[:1]
            if value.isdigit() and len(digits) <= MAX_RETRY_DIGITS:
                self.retry = int(digits)
        elif name:  # the name of a comment is empty
            self._ignore(line)

    def _ignore(self, line: bytes) -> None:
        """Ignore a line with an unknown field, as the standard requires."""

    def _raise_too_large(self, text: str) -> None:
        raise ParseError((text + "; is it an event stream?").format(self.max_event_size))
