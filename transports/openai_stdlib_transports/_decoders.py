# SPDX-License-Identifier: MIT
"""Remove content codings (gzip, deflate; RFC 9110 §8.4) from the body of a response, for all adapters alike.

The adapters do not use the decoders of their libraries, because these differ: some take truncated data for complete,
some decode only the first member of a gzip body, and some hold a small chunk that decompresses to gigabytes in memory.
The rules and limits are those of the core's default transports. Imports neither an HTTP library nor the core.
"""

from __future__ import annotations

import zlib

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Iterable, Iterator

# Data of more than 16 MiB may expand to this many times its size: the limit of Apache's mod_deflate.
MAX_DECOMPRESSION_RATIO = 200.0
MIN_LIMITED_SIZE = 16 << 20  # bytes that data may expand to whatever the ratio: small bodies do no harm
MAX_CHUNK_SIZE = 1 << 20  # bytes decoded at once
MAX_EMPTY_INPUT = 1 << 20  # consecutive coded bytes that may decode to nothing, such as empty gzip members
MAX_CODINGS = 5  # applied one after another; in practice one
DECODABLE = frozenset(("gzip", "deflate"))
# Codings that change the bytes and are not decoded here. Any other name, such as UTF-8 or aws-chunked, is ignored.
UNDECODABLE = frozenset(
    (
        "aes128gcm", "br", "bzip2", "compress", "dcb", "dcz", "exi", "lz4", "lzma", "pack200-gzip", "sdch", "snappy",
        "snappy-framed", "xz", "zstd",
    )
)  # fmt: skip


class RemoteProtocolError(ConnectionError):
    """The server sent a response that is invalid, or exceeds a limit."""

    is_retryable = False  # read by the core: the network did not fail, and the server has carried out the request


def accept_encoding(offered: object) -> str:
    """Return those codings of a library's Accept-Encoding, text or bytes, that can be decoded here."""
    text = offered.decode("latin-1") if isinstance(offered, bytes) else str(offered or "")
    names = [name.strip().lower() for name in text.split(",")]
    return ", ".join(name for name in names if name.partition(";")[0].rstrip() in DECODABLE) or "identity"


def build_decoder(headers: Iterable[tuple[str, str]], max_ratio: float | None) -> ContentDecoder | None:
    """Return a decoder for the body of a response, None if it has no coding.

    Data may expand to `max_ratio` times its size; None: to any size.
    """
    names, is_framed = [], False
    for field, value in headers:
        field = field.lower()
        is_framed = is_framed or field in ("content-length", "transfer-encoding")
        if field == "content-encoding":
            names += [name.strip() for name in value.lower().split(",")]
    codings = [name for name in names if _without_prefix(name) in DECODABLE | UNDECODABLE]
    return ContentDecoder(codings, is_framed, max_ratio) if codings else None


def _without_prefix(name: str) -> str:
    return name[2:] if name.startswith("x-") else name


class ContentDecoder:
    """Decodes the content codings of one body, in the order in which they were applied.

    `is_framed` is whether the end of the body is known from its framing, so that truncated data is not a failure of the
    network.
    """

    def __init__(self, codings: list[str], is_framed: bool, max_ratio: float | None) -> None:
        self._unsupported = next((name for name in codings if _without_prefix(name) in UNDECODABLE), "")
        if not self._unsupported and len(codings) > MAX_CODINGS:
            self._unsupported = ", ".join(codings)[:80]
        self._layers = (
            [] if self._unsupported else [_Decompressor(_without_prefix(name), is_framed) for name in reversed(codings)]
        )
        self._max_ratio, self._received = max_ratio, 0

    def decode(self, chunk: bytes | None) -> Iterator[bytes]:
        """Yield the decoded bytes of a chunk; None ends the body. Raises a ConnectionError."""
        if chunk and self._unsupported:
            # Only now, so that an empty body, and the status of an error, are of use.
            raise RemoteProtocolError(
                f"invalid HTTP response: unsupported content coding {self._unsupported!r}; this transport decodes gzip "
                "and deflate: turn the compression off in the server or proxy"
            )
        self._received += len(chunk or b"")
        chunks: Iterable[bytes | None] = (chunk,)
        for layer in self._layers:
            if self._max_ratio is not None:
                layer.max_output = max(MIN_LIMITED_SIZE, self._max_ratio * self._received)
            chunks = layer.decode(chunks)
        return (decoded for decoded in chunks if decoded)


class _Decompressor:
    """Removes one coding. A gzip body may consist of several members (RFC 1952 §2.2), with padding between them."""

    def __init__(self, coding: str, is_framed: bool) -> None:
        self._coding, self._is_framed = coding, is_framed
        self.max_output: float | None = None  # bytes in total
        self._zlib: Any = None  # the decompressor of the current member
        self._output = 0
        self._empty_input = 0  # coded bytes since the last decoded one

    def decode(self, chunks: Iterable[bytes | None]) -> Iterator[bytes | None]:
        """Yield the decoded bytes of chunks, and None for the None that ends them."""
        for chunk in chunks:
            if chunk is not None:
                yield from self._decode(chunk)
                continue
            if self._zlib is not None and not self._zlib.eof:  # no data at all is complete
                error = RemoteProtocolError if self._is_framed else ConnectionError
                raise error(f"incomplete response: the {self._coding} data is truncated")
            yield None

    def _decode(self, chunk: bytes) -> Iterator[bytes]:
        decoded = b""
        while chunk or len(decoded) == MAX_CHUNK_SIZE:  # a full output may not be all that there is
            received = len(chunk)
            if self._zlib is None:
                # Some servers send raw deflate data as "deflate", without the header of RFC 1950.
                is_raw = self._coding == "deflate" and chunk[0] != 0x1F and chunk[0] & 15 != 8
                self._zlib = zlib.decompressobj(-zlib.MAX_WBITS if is_raw else zlib.MAX_WBITS | 32)
            elif self._zlib.eof:
                chunk = chunk.lstrip(b"\0") if self._coding == "gzip" else b""
                if not chunk:
                    return
                self._zlib = zlib.decompressobj(zlib.MAX_WBITS | 16)
            try:
                decoded = self._zlib.decompress(chunk, MAX_CHUNK_SIZE)
            except zlib.error as error:
                raise RemoteProtocolError(f"invalid HTTP response: invalid {self._coding} data: {error}") from error
            chunk = self._zlib.unused_data if self._zlib.eof else self._zlib.unconsumed_tail
            self._check_limits(received - len(chunk), len(decoded))
            if decoded:
                yield decoded

    def _check_limits(self, received: int, decoded: int) -> None:
        self._output += decoded
        self._empty_input = 0 if decoded else self._empty_input + received
        if self._empty_input > MAX_EMPTY_INPUT:
            raise RemoteProtocolError(
                f"invalid HTTP response: more than {MAX_EMPTY_INPUT} bytes of {self._coding} data without content"
            )
        if self.max_output is not None and self._output > self.max_output:
            raise RemoteProtocolError(
                f"invalid HTTP response: the {self._coding} data expands to more than {int(self.max_output)} bytes, "
                "too many times its size; if you trust the server, pass the transport a higher max_decompression_ratio"
            )
