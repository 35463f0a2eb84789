# SPDX-License-Identifier: MIT
"""Where a body ends (RFC 9112 §6.3, §7.1), from bytes that arrive in any pieces. A leaf: no I/O, imports nothing of ours.

`http.client` can do this too, chunk by chunk at several microseconds each, and is silent about some bodies that are
cut short. Here all chunks that have arrived are taken in one go, and a body that isn't whole is always known as such.
Each framing has `feed(data)`, which returns the body's bytes in `data`, `ended`, and `missing()`, which says what the
end of the connection cut off ("" if nothing).
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import List

LONGEST_LINE = 16384  # bytes of a chunk's size or of a trailer; in practice a few
HEX = frozenset(b"0123456789abcdefABCDEF")


class Chunked:
    """A body in chunks: each has its size in a line before it and a line break after; trailers follow the last."""

    __slots__ = ("ended", "_held", "_left", "_in_trailers")

    def __init__(self) -> None:
        self.ended = False
        self._held = b""  # the beginning of a line whose end has not come
        self._left = 0  # bytes to come of the current chunk, its line break included
        self._in_trailers = False

    def feed(self, data: bytes) -> bytes:
        """Return the body's bytes in `data`. Raises ValueError for what isn't chunked."""
        data = self._held + data
        self._held = b""
        pieces: List[bytes] = []
        at, end = 0, len(data)
        while at < end and not self.ended:
            if self._left > 0:
                piece = data[at : at + self._left]
                at += len(piece)
                self._left -= len(piece)
                # Of the line break that counts as part of the chunk, nothing belongs to the body.
                surplus = 2 - self._left
                pieces.append(piece[:-surplus] if surplus > 0 and self._left < 2 else piece)
                continue
            line_end = data.find(b"\n", at)
            if line_end < 0:
                self._hold(data[at:])
                break
            self._line(data[at:line_end])
            at = line_end + 1
        return pieces[0] if len(pieces) == 1 else b"".join(pieces)

    def _hold(self, beginning: bytes) -> None:
        if len(beginning) > LONGEST_LINE:
            raise ValueError("a line between chunks is longer than {} bytes".format(LONGEST_LINE))
        self._held = beginning

    def _line(self, line: bytes) -> None:
        line = line.rstrip(b"\r")
        if self._in_trailers:
            self.ended = not line
            return
        size = line.split(b";", 1)[0].strip()
        if not size or len(size) > 16 or not HEX.issuperset(size):
            raise ValueError("{!r} is no chunk size".format(line[:40]))
        length = int(size, 16)
        if length:
            self._left = length + 2
        else:
            self._in_trailers = True

    def missing(self) -> str:
        """Say what the end of the connection cut off."""
        return "" if self.ended else "the answer is cut short: its last chunk has not come"


class Sized:
    """A body whose length was told in the head."""

    __slots__ = ("ended", "_left")

    def __init__(self, length: int) -> None:
        self._left = length
        self.ended = length == 0

    def feed(self, data: bytes) -> bytes:
        """Return the body's bytes in `data`; what comes after them is not part of it."""
        data = data[: self._left]
        self._left -= len(data)
        self.ended = self._left == 0
        return data

    def missing(self) -> str:
        """Say what the end of the connection cut off."""
        return "" if self.ended else "the answer is cut short: {} bytes are missing".format(self._left)


class UntilClose:
    """A body that ends with the connection; whether it is whole, nobody can know."""

    __slots__ = ()

    ended = False

    def feed(self, data: bytes) -> bytes:
        """Return `data`: all of it is the body's."""
        return data

    def missing(self) -> str:
        """Say nothing: the end of the connection is the end of the body."""
        return ""
