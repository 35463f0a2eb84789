# SPDX-License-Identifier: MIT
"""Parse HTTP/1.1 responses (RFC 9112): the head, and the framing of the body. No I/O.

`http.client` is not enough: it accepts a truncated head as complete, takes 103 Early Hints for the final response,
does not notice some truncated bodies, runs an e-mail parser over the header fields, which takes longer than the rest of
a call, and returns one chunk at a time. Here all sizes are limited.

A head is read line by line through a `readline` function, or by a HeadReader from bytes as they arrive. A body goes
through one of three readers, all with the same interface: `feed(data)` returns the bytes of `data` that belong to the
body, `is_complete` tells whether its end was seen, `has_extra_data` whether bytes followed it, and
`incomplete_reason()` returns the error message if the connection ends now ("" if the body may end there).
"""

from __future__ import annotations

from io import BytesIO

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable, Dict, List, Optional, Tuple, Union

    Pairs = List[Tuple[str, str]]

MAX_FIELD_LINE = 65536  # bytes of a status line or header field
MAX_CHUNK_LINE = 16384  # bytes of a chunk size line or trailer field; in practice a few
MAX_FIELDS = 256
MAX_HEAD = 1 << 20  # bytes buffered of an incomplete head
HEX_DIGITS = frozenset(b"0123456789abcdefABCDEF")
SWITCHING_PROTOCOLS = 101
# The fields that determine where the body ends and whether the connection can be reused.
FRAMING_HEADERS = frozenset(
    ("connection", "content-encoding", "content-length", "keep-alive", "proxy-connection", "transfer-encoding")
)
INCOMPLETE_HEAD = "incomplete response: the connection ended within the head"


class RemoteProtocolError(ConnectionError):
    """The server sent an invalid or incomplete response head."""


class ResponseHead:
    """Status, reason, HTTP version (10 or 11) and header fields of a response.

    `pairs` are all fields in their order. `framing` has those in FRAMING_HEADERS by lower-case name, with the values of
    repeated ones joined by a comma. Raises RemoteProtocolError for a status that no response to a request can have.
    """

    __slots__ = ("version", "status", "reason", "pairs", "framing")

    def __init__(self, version: int, status: int, reason: str, pairs: Pairs) -> None:
        if status == SWITCHING_PROTOCOLS or status < 100:  # no request asks for another protocol
            raise RemoteProtocolError("invalid HTTP response: no final response after status {}".format(status))
        self.version = version
        self.status = status
        self.reason = reason
        self.pairs = pairs
        self.framing: Dict[str, str] = {}
        for name, value in pairs:
            name = name.lower()
            if name in FRAMING_HEADERS:
                previous = self.framing.get(name)
                self.framing[name] = value if previous is None else previous + ", " + value

    @property
    def is_final(self) -> bool:
        """Whether this is the final response, not a 1xx before it (RFC 9110 §15)."""
        return self.status >= 200

    @property
    def is_chunked(self) -> bool:
        """Whether the body uses the chunked transfer coding."""
        return self.framing.get("transfer-encoding", "").rpartition(",")[2].strip().lower() == "chunked"

    def length(self, method: str) -> Optional[int]:
        """Return the length of the body in bytes (RFC 9112 §6.3), None if the head does not determine it.

        `method` is that of the request. Raises RemoteProtocolError for an invalid Content-Length.
        """
        if method == "HEAD" or self.status in (204, 304) or self.status < 200:
            return 0
        value = self.framing.get("content-length")
        if value is None or "transfer-encoding" in self.framing:
            return None
        lengths = {length.strip() for length in value.split(",")}
        length = lengths.pop()
        if lengths or not (length.isascii() and length.isdigit()) or len(length) > 18:
            raise RemoteProtocolError("invalid HTTP response: invalid Content-Length {!r}".format(value[:80]))
        return int(length)

    @property
    def keeps_alive(self) -> bool:
        """Whether the server allows the connection to be reused (RFC 9112 §9.3)."""
        connection = self.framing.get("connection", "").lower()
        if self.version == 11:
            return "close" not in connection
        return "keep-alive" in connection or "keep-alive" in self.framing or "proxy-connection" in self.framing


def read_final_head(readline: Callable[[int], bytes]) -> ResponseHead:
    """Read the head of the final response, skipping 1xx responses. Raises RemoteProtocolError."""
    while True:
        head = read_head(readline)
        if head.is_final:
            return head


def read_head(readline: Callable[[int], bytes]) -> ResponseHead:
    """Read one head, final or not. Raises RemoteProtocolError."""
    version, status, reason = parse_status_line(readline(MAX_FIELD_LINE))
    return ResponseHead(version, status, reason, read_fields(readline))


class HeadReader:
    """Incremental parser of the final head. `trailing_data` is what followed it: the first bytes of the body."""

    __slots__ = ("has_received", "trailing_data", "_scan_from")

    def __init__(self) -> None:
        self.has_received = False  # whether any byte has arrived
        self.trailing_data = b""
        self._scan_from = 0  # no head ends before this index

    def feed(self, data: bytes) -> Optional[ResponseHead]:
        """Add `data`, b"" at the end of the connection; return the head once it is complete.

        Raises RemoteProtocolError as soon as the data cannot become a valid head.
        """
        self.has_received = self.has_received or bool(data)
        self.trailing_data += data
        while True:
            buffer = self.trailing_data
            end = find_head_end(buffer, self._scan_from)
            if end < 0:
                break
            head = read_head(BytesIO(buffer[:end]).readline)
            self.trailing_data, self._scan_from = buffer[end:], 0
            if head.is_final:
                return head
        self._scan_from = max(0, len(buffer) - 2)
        line_end = buffer.find(b"\n") + 1
        if line_end:
            parse_status_line(buffer[:line_end])  # a server that does not use HTTP may wait instead of sending more
        if not data or len(buffer) > MAX_HEAD or len(buffer) - buffer.rfind(b"\n") > MAX_FIELD_LINE:
            read_head(BytesIO(buffer).readline)  # raises the specific error
            raise RemoteProtocolError("invalid HTTP response: the head is longer than {} bytes".format(MAX_HEAD))
        return None


def find_head_end(data: bytes, start: int) -> int:
    """Return the index after the empty line that ends the first head in `data`, or -1. The search begins at `start`."""
    end = data.find(b"\n\r\n", start)
    bare = data.find(b"\n\n", start, end if end >= 0 else len(data))
    if bare >= 0:
        return bare + 2
    return end + 3 if end >= 0 else -1


def parse_status_line(line: bytes) -> Tuple[int, int, str]:
    """Return the HTTP version, status and reason. Raises RemoteProtocolError."""
    text = line.decode("latin-1")
    parts = text.split(None, 2)
    if not text:
        raise RemoteProtocolError(INCOMPLETE_HEAD)
    if len(parts) < 2 or not parts[0].startswith("HTTP/") or text[-1] != "\n":
        raise RemoteProtocolError("invalid HTTP response: {!r}".format(text[:80]))
    if not parts[0].startswith("HTTP/1.") or not (len(parts[1]) == 3 and parts[1].isdigit()):
        raise RemoteProtocolError("invalid HTTP response: not an HTTP/1.1 status line: {!r}".format(text[:80]))
    return 10 if parts[0] == "HTTP/1.0" else 11, int(parts[1]), parts[2].strip() if len(parts) > 2 else ""


def read_fields(readline: Callable[[int], bytes]) -> Pairs:
    """Read header fields up to and including the empty line. Raises RemoteProtocolError."""
    pairs: Pairs = []
    while True:
        line = readline(MAX_FIELD_LINE)
        if line == b"\r\n" or line == b"\n":
            return pairs
        if line[-1:] != b"\n":
            raise RemoteProtocolError(
                "invalid HTTP response: a header field is longer than {} bytes".format(MAX_FIELD_LINE)
                if len(line) >= MAX_FIELD_LINE
                else INCOMPLETE_HEAD
            )
        name, colon, value = line.decode("latin-1").partition(":")
        if name[:1] in " \t" and pairs:
            # A folded line, which continues the previous field (RFC 9112 §5.2).
            pairs[-1] = (pairs[-1][0], pairs[-1][1] + " " + (name + colon + value).strip())
        elif not colon or not name or name != name.strip():
            raise RemoteProtocolError("invalid HTTP response: invalid header field {!r}".format(name[:80]))
        elif len(pairs) >= MAX_FIELDS:
            raise RemoteProtocolError("invalid HTTP response: more than {} header fields".format(MAX_FIELDS))
        else:
            pairs.append((name, value.strip()))


def body_reader(is_chunked: bool, length: Optional[int]) -> Union[ChunkedReader, ContentLengthReader, UntilCloseReader]:
    """Return a reader for the framing that a head declares (RFC 9112 §6.3).

    A known length takes precedence, because a length of 0 also means that there is no body at all.
    """
    if length is not None:
        return ContentLengthReader(length)
    return ChunkedReader() if is_chunked else UntilCloseReader()


class ChunkedReader:
    """Reads a chunked body (RFC 9112 §7.1): size lines, chunks followed by a line break, and trailer fields."""

    __slots__ = ("is_complete", "has_extra_data", "_buffer", "_remaining", "_in_trailers")

    def __init__(self) -> None:
        self.is_complete = self.has_extra_data = False
        self._buffer = b""  # an incomplete line
        self._remaining = 0  # bytes outstanding of the current chunk, including its line break
        self._in_trailers = False

    def feed(self, data: bytes) -> bytes:
        """Return the bytes of the body in `data`. Raises ValueError for an invalid encoding."""
        data = self._buffer + data
        self._buffer = b""
        chunks: List[bytes] = []
        position, end = 0, len(data)
        while position < end and not self.is_complete:
            if self._remaining > 0:
                chunk_end = position + self._remaining - 2
                if chunk_end >= position and data.startswith(b"\r\n", chunk_end):  # the usual case: all of it is here
                    chunks.append(data[position:chunk_end])
                    position = chunk_end + 2
                    self._remaining = 0
                    continue
                chunk = data[position : position + self._remaining]
                position += len(chunk)
                self._remaining -= len(chunk)
                # Cut off the part of the trailing line break that is in `chunk`.
                excess = 2 - self._remaining
                chunks.append(chunk[:-excess] if excess > 0 and self._remaining < 2 else chunk)
                continue
            line_end = data.find(b"\n", position)
            if line_end < 0:
                self._buffer_line(data[position:])
                break
            self._parse_line(data[position:line_end])
            position = line_end + 1
        self.has_extra_data = self.is_complete and position < end
        return chunks[0] if len(chunks) == 1 else b"".join(chunks)

    def _buffer_line(self, beginning: bytes) -> None:
        if len(beginning) > MAX_CHUNK_LINE:
            raise ValueError("a line between chunks is longer than {} bytes".format(MAX_CHUNK_LINE))
        self._buffer = beginning

    def _parse_line(self, line: bytes) -> None:
        line = line.rstrip(b"\r")
        if self._in_trailers:
            self.is_complete = not line
            return
        size = line.split(b";", 1)[0].strip()
        if not size or len(size) > 16 or not HEX_DIGITS.issuperset(size):
            raise ValueError("invalid chunk size {!r}".format(line[:40]))
        length = int(size, 16)
        if length:
            self._remaining = length + 2
        else:
            self._in_trailers = True

    def incomplete_reason(self) -> str:
        """Return the error message if the connection ends now, "" if the body is complete."""
        return "" if self.is_complete else "incomplete response: the last chunk is missing"


class ContentLengthReader:
    """Reads a body of `length` bytes."""

    __slots__ = ("is_complete", "has_extra_data", "_remaining")

    def __init__(self, length: int) -> None:
        self._remaining = length
        self.has_extra_data = False
        self.is_complete = length == 0

    def feed(self, data: bytes) -> bytes:
        """Return the bytes of the body in `data`, without those that follow it."""
        self.has_extra_data = len(data) > self._remaining
        data = data[: self._remaining]
        self._remaining -= len(data)
        self.is_complete = self._remaining == 0
        return data

    def incomplete_reason(self) -> str:
        """Return the error message if the connection ends now, "" if the body is complete."""
        return "" if self.is_complete else "incomplete response: {} bytes are missing".format(self._remaining)


class UntilCloseReader:
    """Reads a body that ends with the connection, so a truncated one cannot be recognized."""

    __slots__ = ()

    is_complete = has_extra_data = False

    def feed(self, data: bytes) -> bytes:
        """Return `data`: all of it belongs to the body."""
        return data

    def incomplete_reason(self) -> str:
        """Return "": the body may end at any time."""
        return ""
