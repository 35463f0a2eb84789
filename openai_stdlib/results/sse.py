# SPDX-License-Identifier: MIT
"""Server-sent events (WHATWG HTML §9.2.6) from bytes in any pieces. A leaf: no I/O, imports nothing of ours.

Two small machines, one above the other: `LineDecoder` cuts bytes into lines, wherever the network cut them;
`SSEDecoder` gathers lines into events. Lines stay bytes until they are whole, so that neither a line break nor a
character that is split between two pieces can hurt.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Iterator, List, Optional, Tuple

    # Name ("" if none was given), data, and the last id seen so far.
    Event = Tuple[str, str, str]

BOM = b"\xef\xbb\xbf"
MAX_EVENT_SIZE = 128 * 1024 * 1024  # bytes; an image in base64 is far below, a server gone mad is not


class LineDecoder:
    """Cuts a stream of bytes into lines, at LF, CR or CRLF, however the bytes arrive."""

    __slots__ = ("_parts", "held", "_after_cr", "_at_start")

    def __init__(self) -> None:
        self._parts: List[bytes] = []  # pieces of a line whose end has not come yet
        self.held = 0  # bytes in them
        self._after_cr = False  # a LF that comes next belongs to the CR before
        self._at_start = True

    def feed(self, data: bytes) -> List[bytes]:
        """Return the lines that `data` completes, without their ends."""
        if self._at_start:
            data = self._without_bom(data)
        if self._after_cr and data:
            self._after_cr = False
            if data[:1] == b"\n":
                data = data[1:]
        if b"\r" in data:
            self._after_cr = data[-1:] == b"\r"
            data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        lines = data.split(b"\n")
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
        """Return what has come of a line that never ended."""
        return b"".join(self._parts)

    def _without_bom(self, data: bytes) -> bytes:
        data = b"".join(self._parts) + data
        self._parts = []
        if len(data) < len(BOM) and BOM.startswith(data):
            self._parts = [data] if data else []
            return b""
        self._at_start = False
        return data[len(BOM) :] if data.startswith(BOM) else data


class SSEDecoder:
    """Gathers lines into events.

    `last_id` and `retry` (milliseconds, or None) are what the stream has said so far. Per the standard, a block
    without data is no event, and a block that the end of the stream cuts off is dropped; `pending` shows its data.
    """

    __slots__ = ("_lines", "_name", "_data", "_size", "max_event_size", "last_event_id", "retry")

    def __init__(self, longest: int = MAX_EVENT_SIZE) -> None:
        self.max_event_size = longest
        self._lines = LineDecoder()
        self._name = ""
        self._data: List[bytes] = []
        self._size = 0
        self.last_event_id = ""
        self.retry: Optional[int] = None

    def feed(self, data: bytes) -> Iterator[Event]:
        """Yield the events that `data` completes. Raises ValueError at one that is too large or not UTF-8."""
        for line in self._lines.feed(data):
            if not line:
                if self._data:
                    text = self._data[0] if len(self._data) == 1 else b"\n".join(self._data)
                    name, self._name = self._name, ""
                    self._data = []
                    self._size = 0
                    yield name, text.decode("utf-8"), self.last_event_id
                self._name = ""
            elif line[:6] == b"data: ":
                self._take(line[6:])
            else:
                self._field(line)
        if self._lines.held > self.max_event_size:
            raise ValueError("a line of the event stream is longer than {} bytes".format(self.max_event_size))

    def pending(self) -> str:
        """Return the data of the block that has begun and not ended."""
        rest = self._lines.rest()
        data = self._data + ([rest[6:] if rest[5:6] == b" " else rest[5:]] if rest.startswith(b"data:") else [])
        return b"\n".join(data).decode("utf-8", "replace")

    def _take(self, value: bytes) -> None:
        self._size += len(value) + bool(self._data)  # the line feed between
        self._data.append(value)
        if self._size > self.max_event_size:
            raise ValueError("an event is larger than {} bytes".format(self.max_event_size))

    def _field(self, line: bytes) -> None:
        name, _, value = line.partition(b":")
        if value[:1] == b" ":
            value = value[1:]
        if name == b"data":
            self._take(value)
        elif name == b"event":
            self._name = value.decode("utf-8", "replace")
        elif name == b"id":
            if b"\0" not in value:
                self.last_event_id = value.decode("utf-8", "replace")
        elif name == b"retry" and value.isdigit():
            self.retry = int(value)
        # Anything else is a comment (an empty name) or a field to ignore.
