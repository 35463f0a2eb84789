# SPDX-License-Identifier: MIT
"""Decode server-sent events (WHATWG HTML §9.2.6) incrementally. No I/O; imports nothing from the package.

`LineDecoder` splits chunks of bytes into lines, `SSEDecoder` groups lines into events. Lines are decoded as UTF-8 only
when they are complete, so a chunk may end inside a line break or inside a character.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Iterator, List, Optional, Tuple

    # Event type ("" if the event has none), data, and the last event ID.
    Event = Tuple[str, str, str]

BOM = b"\xef\xbb\xbf"
MAX_EVENT_SIZE = 128 * 1024 * 1024  # bytes; far more than an image in base64


class LineDecoder:
    """Incremental decoder that splits bytes into lines at LF, CR or CRLF."""

    __slots__ = ("_parts", "held", "_after_cr", "_at_start")

    def __init__(self) -> None:
        self._parts: List[bytes] = []  # the incomplete last line
        self.held = 0  # bytes in `_parts`
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
        if self._parts and len(lines) > 1:
            self._parts.append(lines[0])
            lines[0] = b"".join(self._parts)
            self._parts = []
            self.held = 0
        tail = lines.pop()
        if tail:
            self._parts.append(tail)
            self.held += len(tail)
        return lines

    def rest(self) -> bytes:
        """Return the incomplete last line."""
        return b"".join(self._parts)

    def _without_bom(self, chunk: bytes) -> bytes:
        """Return the start of the stream without a byte order mark, or b"" while it may still be incomplete."""
        chunk = b"".join(self._parts) + chunk
        self._parts = []
        if len(chunk) < len(BOM) and BOM.startswith(chunk):
            self._parts = [chunk] if chunk else []
            return b""
        self._at_start = False
        return chunk[len(BOM) :] if chunk.startswith(BOM) else chunk


class SSEDecoder:
    """Incremental decoder of an event stream.

    `last_event_id` and `retry` (milliseconds, or None) are the last values that the stream has sent. As the standard
    requires, a block without data is not an event, and an incomplete block at the end of the stream is discarded;
    `pending` returns its data.
    """

    __slots__ = ("_lines", "_name", "_data", "_size", "max_event_size", "last_event_id", "retry")

    def __init__(self, max_event_size: int = MAX_EVENT_SIZE) -> None:
        self.max_event_size = max_event_size
        self._lines = LineDecoder()
        self._name = ""
        self._data: List[bytes] = []
        self._size = 0
        self.last_event_id = ""
        self.retry: Optional[int] = None

    def feed(self, chunk: bytes) -> Iterator[Event]:
        """Yield the events that `chunk` completes. Raises ValueError if an event is too large or not UTF-8."""
        for line in self._lines.feed(chunk):
            if not line:
                if self._data:
                    data = self._data[0] if len(self._data) == 1 else b"\n".join(self._data)
                    name, self._name = self._name, ""
                    self._data = []
                    self._size = 0
                    yield name, data.decode("utf-8"), self.last_event_id
                self._name = ""
            elif line[:6] == b"data: ":
                self._append_data(line[6:])
            else:
                self._process_field(line)
        if self._lines.held > self.max_event_size:
            raise ValueError("a line of the event stream is longer than {} bytes".format(self.max_event_size))

    def pending(self) -> str:
        """Return the data of the incomplete block at the end of the stream."""
        rest = self._lines.rest()
        data = self._data + ([rest[6:] if rest[5:6] == b" " else rest[5:]] if rest.startswith(b"data:") else [])
        return b"\n".join(data).decode("utf-8", "replace")

    def _append_data(self, value: bytes) -> None:
        self._size += len(value) + bool(self._data)  # plus one for the line feed that joins the values
        self._data.append(value)
        if self._size > self.max_event_size:
            raise ValueError("an event is larger than {} bytes".format(self.max_event_size))

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
                self.last_event_id = value.decode("utf-8", "replace")
        elif name == b"retry" and value.isdigit():
            self.retry = int(value)
        # Comments (their name is empty) and unknown fields are ignored.
