# SPDX-License-Identifier: MIT
"""Cutters: the chunks of a body, as they happen to arrive, into the pieces that were asked for. No I/O.

`feed` returns the pieces that a chunk completes, `finish` what is left. Who reads (message.py from memory,
../answer/streamed.py from the wire) asks `cutter` for the one that it needs.
"""

from __future__ import annotations

from .errors import ArgumentError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Iterable, List, Optional


class Chunker:
    """Bytes or text in pieces of `size`, the last one shorter; as they come if `size` is None."""

    __slots__ = ("_size", "_parts", "_buffered")

    def __init__(self, size: Optional[int] = None) -> None:
        if size is not None and (isinstance(size, bool) or not isinstance(size, int) or size < 1):
            raise ArgumentError("chunk_size: expected a whole number above 0 or None, got {!r}".format(size))
        self._size = size
        self._parts: List[Any] = []
        self._buffered = 0

    def decode(self, chunk: Any) -> Iterable[Any]:
        """Return the pieces that are full."""
        size = self._size
        if size is None:
            return [chunk] if chunk else []
        self._parts.append(chunk)
        self._buffered += len(chunk)
        if self._buffered < size:
            return []
        whole = chunk[:0].join(self._parts)
        end = self._buffered - self._buffered % size
        self._parts, self._buffered = [whole[end:]], self._buffered - end
        return (whole[start : start + size] for start in range(0, end, size))  # one at a time in memory

    def flush(self) -> Iterable[Any]:
        """Return what is left."""
        return [self._parts[0][:0].join(self._parts)] if self._buffered else []


class TextChunker:
    """Text in pieces of `size` characters, decoded across the borders of chunks; what isn't any is replaced."""

    __slots__ = ("_decoder", "_pieces")

    def __init__(self, size: Optional[int], encoding: str) -> None:
        from codecs import getincrementaldecoder

        self._decoder = getincrementaldecoder(encoding)("replace")
        self._pieces = Chunker(size)

    def decode(self, chunk: bytes) -> Iterable[str]:
        """Return the pieces that are full."""
        return self._pieces.decode(self._decoder.decode(chunk))

    def flush(self) -> Iterable[str]:
        """Return what is left."""
        return [*self._pieces.decode(self._decoder.decode(b"", True)), *self._pieces.flush()]


class LineDecoder:
    """Lines without their ends, which are those of `str.splitlines`."""

    __slots__ = ("_text", "_parts")

    def __init__(self, encoding: str) -> None:
        self._text = TextChunker(None, encoding)
        self._parts: List[str] = []  # of the line that hasn't ended

    def decode(self, chunk: bytes) -> List[str]:
        """Return the lines that have ended."""
        return self._split("".join(self._text.decode(chunk)))

    def flush(self) -> List[str]:
        """Return the lines that are left."""
        return self._split("".join(self._text.flush())) + "".join(self._parts).splitlines()

    def _split(self, text: str) -> List[str]:
        parts = self._parts
        if not text:
            return []
        if not _ends(text) and len(text.splitlines()) == 1 and not (parts and parts[-1].endswith("\r")):
            parts.append(text)
            return []
        lines = ("".join(parts) + text).splitlines(True)
        # A line that may go on waits, and so does one whose CR may be half of an end.
        self._parts = [] if _ends(lines[-1]) and not lines[-1].endswith("\r") else [lines.pop()]
        return [line.splitlines()[0] for line in lines]


def _ends(text: str) -> bool:
    """Tell whether the last line of `text` has its end."""
    return text.splitlines()[-1] != text.splitlines(True)[-1]


def make_chunker(kind: str, size: Optional[int], encoding: str) -> Any:
    """Return what cuts a body into "bytes", "text" or "lines". Raises ArgumentError for a size that is none."""
    if kind == "bytes":
        return Chunker(size)
    return TextChunker(size, encoding) if kind == "text" else LineDecoder(encoding)
