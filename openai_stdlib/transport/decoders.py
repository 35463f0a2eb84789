# SPDX-License-Identifier: MIT
"""Decode content codings (gzip, deflate; RFC 9110 §8.4) incrementally.

Transports request no coding, but decode what a server or proxy applies anyway. Memory is bounded: a small chunk that
decompresses to a huge one is yielded in several chunks.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Iterator, Optional

MAX_CHUNK_SIZE = 1 << 20  # bytes decompressed at once
CODINGS = frozenset(("gzip", "x-gzip", "deflate"))


class ContentDecoder:
    """Decodes one content coding: pass each chunk to `decode`, then call `flush` at the end of the body."""

    def __init__(self, coding: str) -> None:
        import zlib

        self._zlib: Any = zlib
        self._coding = coding
        # 32: gzip or zlib, detected by its header. Raw deflate, which some servers send as "deflate", has none.
        self._decompressor: Any = zlib.decompressobj(zlib.MAX_WBITS | 32)
        self._is_first = True

    def decode(self, chunk: bytes) -> Iterator[bytes]:
        """Yield the decoded bytes of a chunk. Raises ConnectionError if they are not valid for the coding."""
        zlib = self._zlib
        if self._is_first and self._coding == "deflate" and chunk[0] & 15 != 8:
            self._decompressor = zlib.decompressobj(-zlib.MAX_WBITS)
        self._is_first = False
        while chunk:
            decompressor = self._decompressor
            try:
                decoded = decompressor.decompress(chunk, MAX_CHUNK_SIZE)
            except zlib.error as error:
                raise self._invalid_data_error(error) from error
            if decoded:
                yield decoded
            chunk = decompressor.unconsumed_tail
            if decompressor.eof and decompressor.unused_data and self._coding != "deflate":
                # A gzip body may consist of several members (RFC 1952 §2.2).
                chunk, self._decompressor = decompressor.unused_data, zlib.decompressobj(zlib.MAX_WBITS | 32)

    def flush(self) -> bytes:
        """Return the remaining decoded bytes. Raises ConnectionError if the coded data is incomplete."""
        try:
            remaining: bytes = self._decompressor.flush()
        except self._zlib.error as error:
            raise self._invalid_data_error(error) from error
        if not self._is_first and not self._decompressor.eof:
            raise ConnectionError("incomplete response: the {} data is truncated".format(self._coding))
        return remaining

    def _invalid_data_error(self, error: Exception) -> ConnectionError:
        return ConnectionError("invalid HTTP response: invalid {} data: {}".format(self._coding, error))


def decode_chunks(coding: str, chunks: Iterator[bytes]) -> Iterator[bytes]:
    """Yield the decoded bytes of `chunks`. Raises ConnectionError if they are not valid for the coding."""
    decoder = ContentDecoder(coding)
    for chunk in chunks:
        yield from decoder.decode(chunk)
    remaining = decoder.flush()
    if remaining:
        yield remaining


def parse_content_encoding(value: Optional[str]) -> str:
    """Return the coding named by a Content-Encoding value, "" for none. Raises ConnectionError if it is unsupported."""
    coding = (value or "").lower()
    if coding in ("", "identity"):
        return ""
    if coding not in CODINGS:
        raise ConnectionError("invalid HTTP response: unsupported content coding {!r}".format(coding))
    return coding
