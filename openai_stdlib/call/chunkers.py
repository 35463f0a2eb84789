# SPDX-License-Identifier: MIT
"""Incremental decoders that re-chunk a body into fixed-size bytes, text, or lines. No I/O.

`decode` returns the chunks that new data completes, `flush` the rest. `BodyMixin` (message.py) uses them for bodies in
memory, results/streaming_response.py for bodies that are still arriving.
"""

from __future__ import annotations

from .errors import ArgumentError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Iterable, List, Optional


class Chunker:
    """Re-chunks bytes or text to `size` items, the last chunk shorter; passes chunks on unchanged if it is None."""

    __slots__ = ("_size", "_parts", "_buffered")

    def __init__(self, size: Optional[int] = None) -> None:
        if size is not None and (isinstance(size, bool) or not isinstance(size, int) or size < 1):
            raise ArgumentError("chunk_size: expected a positive integer or None, got {!r}".format(size))
        self._size = size
        self._parts: List[Any] = []
        self._buffered = 0  # items in _parts

    def decode(self, chunk: Any) -> Iterable[Any]:
        """Return the complete chunks."""
        size = self._size
        if size is None:
            return [chunk] if chunk else []
        self._parts.append(chunk)
        self._buffered += len(chunk)
        if self._buffered < size:
            return []
        data = chunk[:0].join(self._parts)
        end = self._buffered - self._buffered % size
        self._parts, self._buffered = [data[end:]], self._buffered - end
        return (data[start : start + size] for start in range(0, end, size))  # one at a time in memory

    def flush(self) -> Iterable[Any]:
        """Return the incomplete last chunk, if there is one."""
        return [self._parts[0][:0].join(self._parts)] if self._buffered else []


class TextChunker:
    """Decodes bytes to chunks of `size` characters, also across chunk boundaries; undecodable bytes become U+FFFD."""

    __slots__ = ("_decoder", "_chunker")

    def __init__(self, size: Optional[int], encoding: str) -> None:
        from codecs import getincrementaldecoder

        self._decoder = getincrementaldecoder(encoding)("replace")
        self._chunker = Chunker(size)

    def decode(self, chunk: bytes) -> Iterable[str]:
        """Return the complete chunks."""
        return self._chunker.decode(self._decoder.decode(chunk))

    def flush(self) -> Iterable[str]:
        """Return the remaining text."""
        return [*self._chunker.decode(self._decoder.decode(b"", True)), *self._chunker.flush()]


class LineDecoder:
    """Decodes bytes to lines without line endings. Line boundaries are those of `str.splitlines`."""

    __slots__ = ("_text", "_parts")

    def __init__(self, encoding: str) -> None:
        self._text = TextChunker(None, encoding)
        self._parts: List[str] = []  # of the incomplete line

    def decode(self, chunk: bytes) -> List[str]:
        """Return the complete lines."""
        return self._split("".join(self._text.decode(chunk)))

    def flush(self) -> List[str]:
        """Return the remaining lines."""
        return self._split("".join(self._text.flush())) + "".join(self._parts).splitlines()

    def _split(self, text: str) -> List[str]:
        parts = self._parts
        if not text:
            return []
        if not _ends_with_newline(text) and len(text.splitlines()) == 1 and not (parts and parts[-1].endswith("\r")):
            parts.append(text)
            return []
        lines = ("".join(parts) + text).splitlines(True)
        # Keep an incomplete last line, and one that ends with a CR: the LF of a CRLF may still arrive.
        is_complete = _ends_with_newline(lines[-1]) and not lines[-1].endswith("\r")
        self._parts = [] if is_complete else [lines.pop()]
        return [line.splitlines()[0] for line in lines]


def _ends_with_newline(text: str) -> bool:
    """Return whether the last line of `text` is terminated."""
    return text.splitlines()[-1] != text.splitlines(True)[-1]


def make_chunker(unit: str, size: Optional[int], encoding: str) -> Any:
    """Return the chunker for the unit "bytes", "text" or "lines". Raises ArgumentError for an invalid size."""
    if unit == "bytes":
        return Chunker(size)
    return TextChunker(size, encoding) if unit == "text" else LineDecoder(encoding)
