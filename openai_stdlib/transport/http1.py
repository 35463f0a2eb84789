# SPDX-License-Identifier: MIT
"""HTTP/1.1 answers from bytes (RFC 9112): the head, and where the body ends. No I/O; imports nothing of ours.

Why not what `http.client` has: that one takes a head that the network cut off for a whole one, takes 103 Early Hints
for the answer, is silent about some bodies that are cut short, runs an e-mail parser over the header fields, which
takes longer than all the rest of a call, and hands on one chunk at a time. Everything here is bounded.

A head is read line by line through the `readline` that is passed in, or from bytes as they arrive by a HeadReader. A
body goes through a framing, fed with bytes as they arrive: `feed(data)` returns those that belong to the body, `ended`
tells whether it is through, `surplus` whether more came than belongs to it, and `missing()` says what the end of the
connection cut off ("" if nothing).
"""

from __future__ import annotations

from io import BytesIO

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable, Dict, List, Optional, Tuple, Union

    Pairs = List[Tuple[str, str]]

MAX_FIELD_LINE = 65536  # bytes of a header field
MAX_CHUNK_LINE = 16384  # bytes of a chunk's size or of a trailer; in practice a few
MAX_FIELDS = 256
MAX_HEAD = 1 << 20  # bytes that are held of a head whose end has not come
HEX = frozenset(b"0123456789abcdefABCDEF")
SWITCHING_PROTOCOLS = 101
# The fields that say where the body ends and what becomes of the connection.
FRAMING_HEADERS = frozenset(
    ("connection", "content-encoding", "content-length", "keep-alive", "proxy-connection", "transfer-encoding")
)


class RemoteProtocolError(ConnectionError):
    """What came is no head of an HTTP answer, or only a part of one."""


class ResponseHead:
    """Status, reason, HTTP version (10 or 11) and header fields of an answer.

    `framing` has the fields of FRAMING_HEADERS by lower-case name, repeated ones joined by a comma.
    """

    __slots__ = ("version", "status", "reason", "pairs", "framing")

    def __init__(self, version: int, status: int, reason: str, pairs: Pairs) -> None:
        self.version = version
        self.status = status
        self.reason = reason
        self.pairs = pairs
        self.framing: Dict[str, str] = {}
        for name, value in pairs:
            name = name.lower()
            if name in FRAMING_HEADERS:
                known = self.framing.get(name)
                self.framing[name] = value if known is None else known + ", " + value

    @property
    def is_final(self) -> bool:
        """Whether this is the answer, and not a 1xx on the way to it."""
        return self.status >= 200 or self.status == SWITCHING_PROTOCOLS

    @property
    def is_chunked(self) -> bool:
        """Whether the body comes in chunks."""
        return self.framing.get("transfer-encoding", "").rpartition(",")[2].strip().lower() == "chunked"

    def length(self, method: str) -> Optional[int]:
        """Return the body's length in bytes as far as the head tells it (RFC 9112 §6.3). Raises RemoteProtocolError."""
        if method == "HEAD" or self.status in (204, 304) or self.status < 200:
            return 0
        said = self.framing.get("content-length")
        if said is None or "transfer-encoding" in self.framing:
            return None
        lengths = {length.strip() for length in said.split(",")}
        length = lengths.pop()
        if lengths or not (length.isascii() and length.isdigit()) or len(length) > 18:
            raise RemoteProtocolError("the answer's Content-Length {!r} is no length".format(said[:80]))
        return int(length)

    @property
    def keeps_alive(self) -> bool:
        """Whether the server lets the connection be used again (RFC 9112 §9.3)."""
        said = self.framing.get("connection", "").lower()
        if self.version == 11:
            return "close" not in said
        return "keep-alive" in said or "keep-alive" in self.framing or "proxy-connection" in self.framing


def read_final_head(readline: Callable[[int], bytes]) -> ResponseHead:
    """Read the head of the final answer, past any 1xx before it.

    Raises RemoteProtocolError for anything else than a whole head of HTTP/1.
    """
    while True:
        head = read_head(readline)
        if head.is_final:
            return head


def read_head(readline: Callable[[int], bytes]) -> ResponseHead:
    """Read one head, final or not. Raises RemoteProtocolError."""
    version, status, reason = parse_status_line(readline(MAX_FIELD_LINE))
    return ResponseHead(version, status, reason, read_fields(readline))


class HeadReader:
    """The head of the final answer from bytes as they arrive. `rest` is what came after it, the body's beginning."""

    __slots__ = ("has_received", "trailing_data", "_scan_from")

    def __init__(self) -> None:
        self.has_received = False  # whether any byte has come
        self.trailing_data = b""
        self._scan_from = 0  # no head ends before that

    def feed(self, data: bytes) -> Optional[ResponseHead]:
        """Take `data`, b"" for the end of the connection; return the head once it is whole. Raises RemoteProtocolError."""
        self.has_received = self.has_received or bool(data)
        self.trailing_data += data
        while True:
            held = self.trailing_data
            end = find_head_end(held, self._scan_from)
            if end < 0:
                break
            head = read_head(BytesIO(held[:end]).readline)
            self.trailing_data, self._scan_from = held[end:], 0
            if head.is_final:
                return head
        self._scan_from = max(0, len(held) - 2)
        line_end = held.find(b"\n") + 1
        if line_end:
            parse_status_line(held[:line_end])  # what doesn't speak HTTP may never say more
        if not data or len(held) > MAX_HEAD or len(held) - held.rfind(b"\n") > MAX_FIELD_LINE:
            read_head(BytesIO(held).readline)  # knows best what is wrong with it
            raise RemoteProtocolError("the head of the answer is too long")
        return None


def find_head_end(data: bytes, start: int) -> int:
    """Return where the empty line after the first head in `data` ends, or -1. Nothing before `start` is looked at."""
    end = data.find(b"\n\r\n", start)
    bare = data.find(b"\n\n", start, end if end >= 0 else len(data))
    if bare >= 0:
        return bare + 2
    return end + 3 if end >= 0 else -1


def parse_status_line(line: bytes) -> Tuple[int, int, str]:
    """Return version, status and reason. Raises RemoteProtocolError."""
    text = line.decode("latin-1")
    parts = text.split(None, 2)
    if not text:
        raise RemoteProtocolError("the answer is cut short: the end of its head has not come")
    if len(parts) < 2 or not parts[0].startswith("HTTP/") or text[-1] != "\n":
        raise RemoteProtocolError("the server doesn't speak HTTP; it said {!r}".format(text[:80]))
    if not parts[0].startswith("HTTP/1.") or not (len(parts[1]) == 3 and parts[1].isdigit()):
        raise RemoteProtocolError("the server doesn't speak HTTP/1.1; it said {!r}".format(text[:80]))
    return 10 if parts[0] == "HTTP/1.0" else 11, int(parts[1]), parts[2].strip() if len(parts) > 2 else ""


def read_fields(readline: Callable[[int], bytes]) -> Pairs:
    """Read header fields up to the empty line. Raises RemoteProtocolError if it doesn't come."""
    pairs: Pairs = []
    while True:
        line = readline(MAX_FIELD_LINE)
        if line == b"\r\n" or line == b"\n":
            return pairs
        if line[-1:] != b"\n":
            raise RemoteProtocolError(
                "a header field of the answer is too long"
                if len(line) >= MAX_FIELD_LINE
                else "the answer is cut short: the end of its head has not come"
            )
        name, colon, value = line.decode("latin-1").partition(":")
        if name[:1] in " \t" and pairs:
            # A line that goes on with the field before (RFC 9112 §5.2).
            pairs[-1] = (pairs[-1][0], pairs[-1][1] + " " + (name + colon + value).strip())
        elif not colon or not name or name != name.strip():
            raise RemoteProtocolError("the answer has a header field {!r}, which is none".format(name[:80]))
        elif len(pairs) >= MAX_FIELDS:
            raise RemoteProtocolError("the answer has more than {} header fields".format(MAX_FIELDS))
        else:
            pairs.append((name, value.strip()))


def body_reader(is_chunked: bool, length: Optional[int]) -> Union[ChunkedReader, ContentLengthReader, UntilCloseReader]:
    """Return the framing that a head tells (RFC 9112 §6.3); a known length counts most: that no body comes at all."""
    if length is not None:
        return ContentLengthReader(length)
    return ChunkedReader() if is_chunked else UntilCloseReader()


class ChunkedReader:
    """A body in chunks: each has its size in a line before it and a line break after; trailers follow the last."""

    __slots__ = ("is_complete", "has_extra_data", "_buffer", "_remaining", "_in_trailers")

    def __init__(self) -> None:
        self.is_complete = self.has_extra_data = False
        self._buffer = b""  # the beginning of a line whose end has not come
        self._remaining = 0  # bytes to come of the current chunk, its line break included
        self._in_trailers = False

    def feed(self, data: bytes) -> bytes:
        """Return the body's bytes in `data`. Raises ValueError for what isn't chunked."""
        data = self._buffer + data
        self._buffer = b""
        pieces: List[bytes] = []
        at, end = 0, len(data)
        while at < end and not self.is_complete:
            if self._remaining > 0:
                piece = data[at : at + self._remaining]
                at += len(piece)
                self._remaining -= len(piece)
                # Of the line break that counts as part of the chunk, nothing belongs to the body.
                surplus = 2 - self._remaining
                pieces.append(piece[:-surplus] if surplus > 0 and self._remaining < 2 else piece)
                continue
            line_end = data.find(b"\n", at)
            if line_end < 0:
                self._hold(data[at:])
                break
            self._line(data[at:line_end])
            at = line_end + 1
        self.has_extra_data = self.is_complete and at < end
        return pieces[0] if len(pieces) == 1 else b"".join(pieces)

    def _hold(self, beginning: bytes) -> None:
        if len(beginning) > MAX_CHUNK_LINE:
            raise ValueError("a line between chunks is longer than {} bytes".format(MAX_CHUNK_LINE))
        self._buffer = beginning

    def _line(self, line: bytes) -> None:
        line = line.rstrip(b"\r")
        if self._in_trailers:
            self.is_complete = not line
            return
        size = line.split(b";", 1)[0].strip()
        if not size or len(size) > 16 or not HEX.issuperset(size):
            raise ValueError("{!r} is no chunk size".format(line[:40]))
        length = int(size, 16)
        if length:
            self._remaining = length + 2
        else:
            self._in_trailers = True

    def incomplete_reason(self) -> str:
        """Say what the end of the connection cut off."""
        return "" if self.is_complete else "the answer is cut short: its last chunk has not come"


class ContentLengthReader:
    """A body whose length was told in the head."""

    __slots__ = ("is_complete", "has_extra_data", "_remaining")

    def __init__(self, length: int) -> None:
        self._remaining = length
        self.has_extra_data = False
        self.is_complete = length == 0

    def feed(self, data: bytes) -> bytes:
        """Return the body's bytes in `data`; what comes after them is not part of it."""
        self.has_extra_data = len(data) > self._remaining
        data = data[: self._remaining]
        self._remaining -= len(data)
        self.is_complete = self._remaining == 0
        return data

    def incomplete_reason(self) -> str:
        """Say what the end of the connection cut off."""
        return "" if self.is_complete else "the answer is cut short: {} bytes are missing".format(self._remaining)


class UntilCloseReader:
    """A body that ends with the connection; whether it is whole, nobody can know."""

    __slots__ = ()

    is_complete = has_extra_data = False

    def feed(self, data: bytes) -> bytes:
        """Return `data`: all of it is the body's."""
        return data

    def incomplete_reason(self) -> str:
        """Say nothing: the end of the connection is the end of the body."""
        return ""
