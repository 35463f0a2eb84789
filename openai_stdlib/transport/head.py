# SPDX-License-Identifier: MIT
"""The head of an answer (RFC 9112 §4 and §5): status line and header fields, read line by line.

Sans-I/O but for the `readline` that is passed in. Why not `http.client`'s own: that one takes a head that the network
cut off for a whole one, takes 103 Early Hints for the answer, and runs an e-mail parser over the fields, which takes
longer than everything else that a call does. Bounded in the size and the number of lines. Imports nothing of ours.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable, Dict, List, Optional, Tuple

    Pairs = List[Tuple[str, str]]

LONGEST_LINE = 65536  # bytes
MOST_FIELDS = 256
SWITCHING_PROTOCOLS = 101
# The fields that say where the body ends and what becomes of the connection.
OF_FRAMING = frozenset(
    ("connection", "content-encoding", "content-length", "keep-alive", "proxy-connection", "transfer-encoding")
)


class NotHTTP(ConnectionError):
    """What came is no head of an HTTP answer, or only a part of one."""


class Head:
    """Status, reason, HTTP version (10 or 11) and header fields of an answer.

    `framing` has the fields of OF_FRAMING by lower-case name, repeated ones joined by a comma.
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
            if name in OF_FRAMING:
                known = self.framing.get(name)
                self.framing[name] = value if known is None else known + ", " + value

    @property
    def is_chunked(self) -> bool:
        """Whether the body comes in chunks."""
        return self.framing.get("transfer-encoding", "").rpartition(",")[2].strip().lower() == "chunked"

    def length(self, method: str) -> Optional[int]:
        """Return the body's length in bytes as far as the head tells it (RFC 9112 §6.3). Raises NotHTTP."""
        if method == "HEAD" or self.status in (204, 304) or self.status < 200:
            return 0
        said = self.framing.get("content-length")
        if said is None or "transfer-encoding" in self.framing:
            return None
        lengths = {length.strip() for length in said.split(",")}
        length = lengths.pop()
        if lengths or not (length.isascii() and length.isdigit()) or len(length) > 18:
            raise NotHTTP("the answer's Content-Length {!r} is no length".format(said[:80]))
        return int(length)

    @property
    def keeps_alive(self) -> bool:
        """Whether the server lets the connection be used again (RFC 9112 §9.3)."""
        said = self.framing.get("connection", "").lower()
        if self.version == 11:
            return "close" not in said
        return "keep-alive" in said or "keep-alive" in self.framing or "proxy-connection" in self.framing


def read_head(readline: Callable[[int], bytes]) -> Optional[Head]:
    """Read the head of the final answer, past any 1xx before it; None if the connection ended before its first byte.

    Raises NotHTTP for anything else than a whole head of HTTP/1.
    """
    while True:
        line = readline(LONGEST_LINE)
        if not line:
            return None
        version, status, reason = parse_status_line(line)
        pairs = read_fields(readline)
        if status >= 200 or status == SWITCHING_PROTOCOLS:
            return Head(version, status, reason, pairs)


def parse_status_line(line: bytes) -> Tuple[int, int, str]:
    """Return version, status and reason. Raises NotHTTP."""
    text = line.decode("latin-1")
    parts = text.split(None, 2)
    if len(parts) < 2 or not parts[0].startswith("HTTP/") or text[-1] != "\n":
        raise NotHTTP("the server doesn't speak HTTP; it said {!r}".format(text[:80]))
    if not parts[0].startswith("HTTP/1.") or not (len(parts[1]) == 3 and parts[1].isdigit()):
        raise NotHTTP("the server doesn't speak HTTP/1.1; it said {!r}".format(text[:80]))
    return 10 if parts[0] == "HTTP/1.0" else 11, int(parts[1]), parts[2].strip() if len(parts) > 2 else ""


def read_fields(readline: Callable[[int], bytes]) -> Pairs:
    """Read header fields up to the empty line. Raises NotHTTP if it doesn't come."""
    pairs: Pairs = []
    while True:
        line = readline(LONGEST_LINE)
        if line == b"\r\n" or line == b"\n":
            return pairs
        if line[-1:] != b"\n":
            raise NotHTTP(
                "a header field of the answer is too long"
                if len(line) >= LONGEST_LINE
                else "the answer is cut short: the end of its head has not come"
            )
        name, colon, value = line.decode("latin-1").partition(":")
        if name[:1] in " \t" and pairs:
            # A line that goes on with the field before (RFC 9112 §5.2).
            pairs[-1] = (pairs[-1][0], pairs[-1][1] + " " + (name + colon + value).strip())
        elif not colon or not name or name != name.strip():
            raise NotHTTP("the answer has a header field {!r}, which is none".format(name[:80]))
        elif len(pairs) >= MOST_FIELDS:
            raise NotHTTP("the answer has more than {} header fields".format(MOST_FIELDS))
        else:
            pairs.append((name, value.strip()))
