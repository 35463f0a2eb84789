# SPDX-License-Identifier: MIT
"""Remove content codings (gzip, deflate; RFC 9110 §8.4) from the body of a response, for all adapters alike.

The adapters do not use the decoders of their libraries, because these differ: some take truncated data for complete,
some decode only the first member of a gzip body, and some hold a small chunk that decompresses to gigabytes in memory.
Imports neither an HTTP library nor the core.
"""

from __future__ import annotations

import zlib

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Iterable, Iterator

MAX_CHUNK_SIZE = 1 << 20  # bytes decompressed at once
MAX_EMPTY_MEMBERS = 100  # in a row; each costs time and yields nothing
MAX_CODINGS = 3  # applied one after another
SUPPORTED = frozenset(("gzip", "deflate"))
# Codings that change the bytes and are not decoded here. Any other name, such as UTF-8 or aws-chunked, changes nothing.
UNSUPPORTED = frozenset(
    ("aes128gcm", "br", "bzip2", "compress", "dcb", "dcz", "exi", "lz4", "lzma", "pack200-gzip", "snappy", "xz", "zstd")
)


class DecodingError(ConnectionError):
    """The body of a response cannot be decoded. A retry would not help: the server has carried out the request."""

    is_retryable = False  # read by the core


def accept_encoding(offered: object) -> str:
    """Return those codings of a library's Accept-Encoding, text or bytes, that can be decoded here."""
    text = offered.decode("latin-1") if isinstance(offered, bytes) else str(offered or "")
    names = [name.strip().lower() for name in text.split(",")]
    return ", ".join(name for name in names if name.partition(";")[0].rstrip() in SUPPORTED) or "identity"


def parse_codings(headers: Iterable[tuple[str, str]]) -> list[str]:
    """Return the codings to remove, the outermost first. Raises DecodingError for one that is not supported.

    Names that are not codings are ignored.
    """
    values = [value for name, value in headers if name.lower() == "content-encoding"]
    codings = []
    for name in ",".join(values).lower().split(","):
        name = name.strip()
        coding = name[2:] if name.startswith("x-") else name
        if coding in UNSUPPORTED:
            raise DecodingError(f"unsupported content coding {name!r}; expected gzip or deflate")
        if coding in SUPPORTED:
            codings.append(coding)
    if len(codings) > MAX_CODINGS:
        raise DecodingError(f"{len(codings)} content codings; expected at most {MAX_CODINGS}")
    return codings[::-1]


class ContentDecoder:
    """Decodes the content codings of one body."""

    def __init__(self, codings: list[str]) -> None:
        self._decompressors = [_Decompressor(coding) for coding in codings]

    def decode(self, chunk: bytes | None) -> Iterator[bytes]:
        """Yield the decoded bytes of a chunk; None ends the body. Raises DecodingError."""
        chunks: Iterable[bytes | None] = (chunk,)
        for decompressor in self._decompressors:
            chunks = decompressor.decode_all(chunks)
        for decoded in chunks:
            if decoded:
                yield decoded


class _Decompressor:
    """Decodes one coding. Memory is bounded: a chunk that decompresses to a large one is yielded in several."""

    def __init__(self, coding: str) -> None:
        self._coding = coding
        self._zlib: Any = None
        self._empty_members = 0

    def decode_all(self, chunks: Iterable[bytes | None]) -> Iterator[bytes | None]:
        """Yield the decoded bytes of chunks, and None after the None that ends them."""
        for chunk in chunks:
            if chunk is None:
                yield self._end()
                yield None
            else:
                yield from self._decode(chunk)

    def _decode(self, chunk: bytes) -> Iterator[bytes]:
        while chunk:
            if self._zlib is None:
                self._zlib = self._start(chunk)
            elif self._zlib.eof:  # another member (RFC 1952 §2.2), which may follow padding
                chunk = chunk.lstrip(b"\0")
                if not chunk or self._coding != "gzip":
                    return
                self._zlib = self._start(chunk)
                self._empty_members += 1
                if self._empty_members > MAX_EMPTY_MEMBERS:
                    raise DecodingError(f"invalid response: more than {MAX_EMPTY_MEMBERS} empty gzip members")
            try:
                decoded = self._zlib.decompress(chunk, MAX_CHUNK_SIZE)
            except zlib.error as error:
                raise DecodingError(f"invalid response: invalid {self._coding} data: {error}") from error
            if decoded:
                self._empty_members = 0
                yield decoded
            chunk = self._zlib.unconsumed_tail or self._zlib.unused_data

    def _end(self) -> bytes:
        remaining: bytes = self._zlib.flush() if self._zlib is not None else b""
        if self._zlib is not None and not self._zlib.eof:
            raise DecodingError(f"incomplete response: the {self._coding} data is truncated")
        return remaining

    def _start(self, chunk: bytes) -> Any:
        if self._coding == "gzip":
            return zlib.decompressobj(zlib.MAX_WBITS | 16)
        # Some servers send raw deflate data as "deflate", without the zlib header (RFC 9110 §8.4.1.2).
        return zlib.decompressobj(zlib.MAX_WBITS if chunk[0] & 15 == 8 else -zlib.MAX_WBITS)
