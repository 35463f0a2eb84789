# SPDX-License-Identifier: MIT
"""Parse HTTP/1.1 responses (RFC 9112): the head, and the framing of the body. No I/O.

ARCHITECTURE.md says why `http.client` is not enough. All sizes are limited.

A HeadReader parses a head as its bytes arrive. A body goes through one of three readers, all with the same interface:
`feed(data)` returns the bytes of `data` that belong to the body, `is_complete` tells whether its end was seen,
`has_extra_data` whether bytes followed it, and `incomplete_reason()` returns the error message if the connection ends
now ("" if the body may end there).
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Dict, List, Optional, Tuple, Type, Union

    Pairs = List[Tuple[str, str]]

MAX_FIELD_SIZE = 65536  # bytes of a status line, or of a header field with its folded lines
MAX_FIELDS = 256
MAX_HEAD = 1 << 20  # bytes of a whole head
MAX_INTERIM_RESPONSES = 100
MAX_CHUNK_LINE = 16384  # bytes of a chunk size line or trailer field; in practice a few
MAX_OVERHEAD = 1 << 20  # bytes of the trailers, and of chunk extensions beyond the number of content bytes
USUAL_CHUNK_LINE = 32  # bytes; those beyond it count as overhead
HEX_DIGITS = frozenset(b"0123456789abcdefABCDEF")
# The fields that determine where the body ends and whether the connection can be reused.
FRAMING_HEADERS = frozenset(
    ("connection", "content-encoding", "content-length", "keep-alive", "proxy-connection", "transfer-encoding")
)


class RemoteProtocolError(ConnectionError):
    """The server sent a response that is invalid, or exceeds a limit."""

    is_retryable = False  # the network did not fail, and the server has carried out the request


def protocol_error(problem: str) -> RemoteProtocolError:
    """Return the error for an invalid response."""
    return RemoteProtocolError("invalid HTTP response: " + problem)


class ResponseHead:
    """Status, reason, HTTP version (10 or 11) and header fields of a response.

    `pairs` are all fields in their order. `framing` has those in FRAMING_HEADERS by lower-case name, with the values of
    repeated ones joined by a comma. Raises RemoteProtocolError for a status that no response to a request can have.
    """

    __slots__ = ("version", "status", "reason", "pairs", "framing")
    refused_status = 101  # only a WebSocket handshake asks for another protocol

    def __init__(self, version: int, status: int, reason: str, pairs: Pairs) -> None:
        if status == self.refused_status or status < 100:
            raise RemoteProtocolError("invalid HTTP response: no final response after status {}".format(status))
        self.version: int = version
        self.status: int = status
        self.reason: str = reason
        self.pairs: Pairs = pairs
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
            raise protocol_error("invalid Content-Length {!r}".format(value[:80]))
        return int(length)

    @property
    def keeps_alive(self) -> bool:
        """Whether the server allows the connection to be reused (RFC 9112 §9.3)."""
        connection = self.framing.get("connection", "").lower()
        if self.version == 11:
            return "close" not in connection
        return "keep-alive" in connection or "keep-alive" in self.framing or "proxy-connection" in self.framing


class HeadReader:
    """Incremental parser of the final head, which skips interim responses (1xx, RFC 9110 §15.2).

    `trailing_data` is what followed the head: the first bytes of the body. The work is linear in the bytes received.
    """

    __slots__ = ("has_received", "trailing_data", "_buffer", "_scanned", "_line_start", "_interim_count")
    head_class = ResponseHead

    def __init__(self) -> None:
        self.has_received: bool = False  # whether any byte has arrived
        self.trailing_data: bytes = b""
        self._buffer: Union[bytes, bytearray] = b""
        self._scanned = 0  # bytes of the buffer in which no head ends
        self._line_start = 0  # index of the incomplete last line
        self._interim_count = 0

    def feed(self, data: bytes) -> Optional[ResponseHead]:
        """Add `data`, b"" at the end of the connection; return the head once it is complete.

        Raises RemoteProtocolError as soon as the head cannot be valid, and another ConnectionError, which may be
        retried, if it ends too early or is not HTTP.
        """
        self.has_received = self.has_received or bool(data)
        buffer = self._buffer
        if buffer:
            buffer += data  # in place
        else:
            buffer = data
        while True:
            end = find_head_end(buffer, max(0, self._scanned - 2))
            if end < 0:
                break
            head = parse_head(bytes(buffer[:end]), self.head_class)
            buffer = bytes(buffer[end:])
            if head.is_final:
                self.trailing_data = buffer
                return head
            self._scanned = self._line_start = 0
            self._interim_count += 1
            if self._interim_count > MAX_INTERIM_RESPONSES:
                raise protocol_error("more than {} interim responses".format(MAX_INTERIM_RESPONSES))
        self._buffer = buffer = bytearray(buffer) if isinstance(buffer, bytes) else buffer
        self._check_incomplete(buffer, not data)
        self._scanned = len(buffer)
        return None

    def _check_incomplete(self, buffer: bytearray, has_ended: bool) -> None:
        """Raise an error if the head in `buffer` is too long, cannot become valid, or has ended."""
        line_feed = buffer.rfind(b"\n", self._scanned)
        if not self._line_start:  # a server that does not use HTTP may wait instead of sending more
            beginning = bytes(buffer[:80]) if line_feed < 0 else bytes(buffer[: buffer.find(b"\n")])
            if line_feed >= 0 or not b"HTTP/".startswith(beginning[:5]):
                parse_status_line(beginning.decode("latin-1"))
        self._line_start = line_feed + 1 or self._line_start
        is_too_long = len(buffer) - self._line_start >= MAX_FIELD_SIZE
        if not (has_ended or is_too_long or len(buffer) > MAX_HEAD):
            return
        if self._line_start:
            parse_head(bytes(buffer[: self._line_start]) + b"\n")  # an invalid line is the more specific error
        if is_too_long:
            raise too_long_error("a header field" if self._line_start else "the status line", MAX_FIELD_SIZE)
        if len(buffer) > MAX_HEAD:
            raise too_long_error("the head", MAX_HEAD)
        raise ConnectionError("incomplete response: the connection ended within the head")


def too_long_error(subject: str, limit: int) -> RemoteProtocolError:
    """Return the error for a part of a response that exceeds its limit in bytes."""
    return protocol_error("{} is longer than {} bytes".format(subject, limit))


def find_head_end(data: Union[bytes, bytearray], start: int) -> int:
    """Return the index after the empty line that ends the first head in `data`, or -1. The search begins at `start`."""
    end = data.find(b"\n\r\n", start)
    bare = data.find(b"\n\n", start, end if end >= 0 else len(data))
    if bare >= 0:
        return bare + 2
    return end + 3 if end >= 0 else -1


def parse_head(data: bytes, head_class: Type[ResponseHead] = ResponseHead) -> ResponseHead:
    """Parse one head, final or not, up to and including its empty line. Raises RemoteProtocolError."""
    if len(data) > MAX_HEAD:
        raise too_long_error("the head", MAX_HEAD)
    text = data.decode("latin-1")
    lines = text.split("\n")
    version, status, reason = parse_status_line(lines[0])
    is_folded = "\n " in text or "\n\t" in text
    return head_class(version, status, reason, parse_fields(lines[1:-2], is_folded))


def parse_status_line(line: str) -> Tuple[int, int, str]:
    """Return the HTTP version, status and reason of a line without its LF. Raises ConnectionError."""
    if len(line) >= MAX_FIELD_SIZE:
        raise too_long_error("the status line", MAX_FIELD_SIZE)
    parts = line.split(None, 2)
    if len(parts) < 2 or not parts[0].startswith("HTTP/"):
        raise ConnectionError("invalid HTTP response: {!r}".format(line[:80]))
    if not parts[0].startswith("HTTP/1.") or not (len(parts[1]) == 3 and parts[1].isdigit()):
        raise ConnectionError("invalid HTTP response: not an HTTP/1.1 status line: {!r}".format(line[:80]))
    return 10 if parts[0] == "HTTP/1.0" else 11, int(parts[1]), parts[2].strip() if len(parts) > 2 else ""


def parse_fields(lines: List[str], is_folded: bool) -> Pairs:
    """Parse the lines of header fields, without their LF. Raises RemoteProtocolError."""
    pairs: Pairs = []
    if is_folded:
        from .folded_lines import join_folded  # obsolete, so rare

        lines, size = join_folded(lines)
        if size > MAX_FIELD_SIZE:
            raise too_long_error("a header field", MAX_FIELD_SIZE)
    for line in lines:
        name, colon, value = line.partition(":")
        if not colon or not name or name != name.strip():
            raise protocol_error("invalid header field {!r}".format(name[:80]))
        if len(line) >= MAX_FIELD_SIZE:
            raise too_long_error("a header field", MAX_FIELD_SIZE)
        pairs.append((name, value.strip()))
    if len(pairs) > MAX_FIELDS:
        raise protocol_error("more than {} header fields".format(MAX_FIELDS))
    return pairs


def body_reader(is_chunked: bool, length: Optional[int]) -> Union[ChunkedReader, ContentLengthReader, UntilCloseReader]:
    """Return a reader for the framing that a head declares (RFC 9112 §6.3)."""
    if length is not None:  # comes first, because 0 also means that there is no body at all
        return ContentLengthReader(length)
    return ChunkedReader() if is_chunked else UntilCloseReader()


class ChunkedReader:
    """Reads a chunked body (RFC 9112 §7.1): size lines, chunks followed by a line break, and trailer fields."""

    __slots__ = ("is_complete", "has_extra_data", "_buffer", "_remaining", "_in_trailers", "_overhead")

    def __init__(self) -> None:
        self.is_complete: bool = False
        self.has_extra_data: bool = False
        self._buffer = b""  # an incomplete line, or the beginning of the line break after a chunk
        self._remaining = -1  # bytes outstanding of the current chunk; -1 outside of chunks
        self._in_trailers = False
        self._overhead = 0  # bytes of trailers and chunk extensions, less those of the content

    def feed(self, data: bytes) -> bytes:
        """Return the bytes of the body in `data`. Raises RemoteProtocolError for an invalid encoding."""
        if self._buffer:
            data, self._buffer = self._buffer + data, b""
        chunks: List[bytes] = []
        position, end = 0, len(data)
        while position < end and not self.is_complete:
            if self._remaining < 0:
                line_end = data.find(b"\n", position)
                if line_end < 0:
                    self._buffer = data[position:]
                    self._check_overhead(self._buffer, len(self._buffer) + 2)  # the line alone
                    break
                self._parse_line(data[position:line_end])
                position = line_end + 1
                continue
            chunk_end = position + self._remaining
            chunks.append(data[position:chunk_end])
            if data.startswith(b"\r\n", chunk_end):
                self._remaining, position = -1, chunk_end + 2
                continue
            self._remaining, self._buffer = max(0, chunk_end - end), data[chunk_end:]
            if self._buffer and self._buffer != b"\r":
                raise protocol_error("{!r} instead of a line break after a chunk".format(self._buffer[:20]))
            break
        self.has_extra_data = self.is_complete and position < end
        return chunks[0] if len(chunks) == 1 else b"".join(chunks)

    def _parse_line(self, line: bytes) -> None:
        if line[-1:] == b"\r":
            line = line[:-1]
        size = line
        if self._in_trailers or not 0 < len(line) <= 16 or not HEX_DIGITS.issuperset(line):
            size = self._parse_unusual_line(line)
        if size:
            self._remaining = int(size, 16) or -1
            if self._remaining < 0:
                self._in_trailers, self._overhead = True, 0

    def _parse_unusual_line(self, line: bytes) -> bytes:
        """Parse a trailer field, or a chunk size with an extension; return the size, or b"" in the trailers."""
        if self._in_trailers:
            self.is_complete = not line
            self._check_overhead(line, 0)
            if line and b":" not in line and line[:1] not in (b" ", b"\t"):
                raise protocol_error("invalid trailer field {!r}".format(line[:40]))
            return b""
        size = line.partition(b";")[0].rstrip(b" \t")  # beyond the RFC, some servers pad all sizes
        if not size or len(size.lstrip(b"0")) > 16 or not HEX_DIGITS.issuperset(size) or b"\r" in line:
            raise protocol_error("invalid chunk size {!r}".format(line[:40]))
        self._check_overhead(line, int(size, 16) + USUAL_CHUNK_LINE)
        return size

    def _check_overhead(self, line: bytes, allowed: int) -> None:
        if len(line) > MAX_CHUNK_LINE:
            raise too_long_error("a line between chunks", MAX_CHUNK_LINE)
        self._overhead = max(0, self._overhead + len(line) + 2 - allowed)
        if self._overhead > MAX_OVERHEAD:
            raise too_long_error("the trailer section" if self._in_trailers else "the sum of extensions", MAX_OVERHEAD)

    def incomplete_reason(self) -> str:
        """Return the error message if the connection ends now, "" if the body is complete."""
        return "" if self.is_complete else "incomplete response: the last chunk is missing"


class ContentLengthReader:
    """Reads a body of `length` bytes."""

    __slots__ = ("is_complete", "has_extra_data", "_remaining")

    def __init__(self, length: int) -> None:
        self._remaining = length
        self.has_extra_data: bool = False
        self.is_complete: bool = length == 0

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
