# SPDX-License-Identifier: MIT
"""Content codings (RFC 9110 §8.4) taken off a body while it arrives. Imports nothing of ours.

None is asked for; a server or proxy that sends one all the same is understood. Bounded: a small piece that unpacks to
a huge one is handed on in pieces too.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Iterator, Optional

MAX_CHUNK_SIZE = 1 << 20  # bytes unpacked at once
CODINGS = frozenset(("gzip", "x-gzip", "deflate"))


class ContentDecoder:
    """Takes one content coding off: `feed` it with bytes as they arrive, and `finish` when there are no more."""

    def __init__(self, coding: str) -> None:
        import zlib

        self._zlib: Any = zlib
        self._coding = coding
        # 32: gzip or zlib by their header. Raw deflate, which some servers send as "deflate", has none.
        self._unpacker: Any = zlib.decompressobj(zlib.MAX_WBITS | 32)
        self._first = True

    def decode(self, chunk: bytes) -> Iterator[bytes]:
        """Yield the unpacked bytes of a chunk. Raises ConnectionError if they are not what the coding says."""
        zlib = self._zlib
        if self._first and self._coding == "deflate" and chunk[0] & 15 != 8:
            self._unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
        self._first = False
        while chunk:
            unpacker = self._unpacker
            try:
                piece = unpacker.decompress(chunk, MAX_CHUNK_SIZE)
            except zlib.error as error:
                raise self._wrong(error) from error
            if piece:
                yield piece
            chunk = unpacker.unconsumed_tail
            if unpacker.eof and unpacker.unused_data and self._coding != "deflate":
                # gzip may come in several members, one after the other (RFC 1952 §2.2)
                chunk, self._unpacker = unpacker.unused_data, zlib.decompressobj(zlib.MAX_WBITS | 32)

    def flush(self) -> bytes:
        """Return what is left. Raises ConnectionError if the end of the coding is missing."""
        try:
            rest: bytes = self._unpacker.flush()
        except self._zlib.error as error:
            raise self._wrong(error) from error
        if not self._first and not self._unpacker.eof:
            raise ConnectionError("the answer is cut short: its {} coding has no end".format(self._coding))
        return rest

    def _wrong(self, error: Exception) -> ConnectionError:
        return ConnectionError("the answer isn't valid {}: {}".format(self._coding, error))


def decode_chunks(coding: str, chunks: Iterator[bytes]) -> Iterator[bytes]:
    """Yield the unpacked bytes of `chunks`. Raises ConnectionError if they are not what the coding says."""
    unpacker = ContentDecoder(coding)
    for chunk in chunks:
        yield from unpacker.decode(chunk)
    rest = unpacker.flush()
    if rest:
        yield rest


def parse_content_encoding(said: Optional[str]) -> str:
    """Return the coding that a Content-Encoding tells, "" for none. Raises ConnectionError for one that is unknown."""
    coding = (said or "").lower()
    if coding in ("", "identity"):
        return ""
    if coding not in CODINGS:
        raise ConnectionError("the answer has the unknown content coding {!r}".format(coding))
    return coding
