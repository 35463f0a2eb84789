# SPDX-License-Identifier: MIT
"""Decode content codings (gzip, deflate; RFC 9110 §8.4) incrementally.

Transports request no coding, but decode what a server or proxy applies anyway. Memory and work are bounded: decoded
bytes are yielded in small chunks, and data that expands too much, or to nothing, is refused. Imported on demand.
"""

from __future__ import annotations

import zlib

from .connection import MAX_DECOMPRESSION_RATIO
from .http1 import RemoteProtocolError, UntilCloseReader, protocol_error

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Iterator, List, Optional, Tuple

MAX_CHUNK_SIZE = 1 << 20  # bytes decoded at once
MAX_CODINGS = 5  # applied one after another; in practice one
MIN_LIMITED_SIZE = 16 << 20  # bytes that data may expand to whatever the ratio: small bodies do no harm
MAX_EMPTY_INPUT = 1 << 20  # consecutive coded bytes that may decode to nothing, such as empty gzip members
DECODABLE = frozenset(("gzip", "x-gzip", "deflate"))
# Codings of the IANA registry, and compressions in use without being registered, that this module does not decode. Any
# other value is not a coding, like the charsets that some servers send, and is ignored.
UNDECODABLE = frozenset(
    (
        "aes128gcm", "br", "bzip2", "compress", "dcb", "dcz", "exi", "lz4", "lzma", "pack200-gzip", "sdch", "snappy",
        "x-bzip2", "x-compress", "x-lzma", "x-snappy-framed", "x-xz", "xz", "zstd",
    )
)  # fmt: skip


def parse_content_encoding(value: str) -> List[str]:
    """Return the codings named by a Content-Encoding value, in lower case and in the order they were applied."""
    names = [name.strip().lower() for name in value.split(",")]
    return [name for name in names if name in DECODABLE or name in UNDECODABLE]


def build_decoder(content_encoding: str, framing: Any, max_ratio: Optional[float]) -> Optional[ContentDecoder]:
    """Return a decoder for a body with this Content-Encoding, None if it has no coding.

    `framing` is the body's reader of http1.py. Data may expand to `max_ratio` times its size; None: to any size.
    """
    codings = parse_content_encoding(content_encoding)
    return ContentDecoder(codings, not isinstance(framing, UntilCloseReader), max_ratio) if codings else None


class ContentDecoder:
    """Decodes the content codings of a body: pass each chunk to `decode`, then call `finish` at its end.

    Both raise a ConnectionError. It is a RemoteProtocolError if the data is invalid, cannot be decoded or exceeds a
    limit, or if it ends too early in a body that is complete: then the network did not fail. `is_framed` is whether the
    framing of the body tells that.
    """

    def __init__(
        self, codings: List[str], is_framed: bool = True, max_ratio: Optional[float] = MAX_DECOMPRESSION_RATIO
    ) -> None:
        self._unsupported = next((coding for coding in codings if coding in UNDECODABLE), "")
        if not self._unsupported and len(codings) > MAX_CODINGS:
            self._unsupported = ", ".join(codings)[:80]
        self._layers = [] if self._unsupported else [_Decompressor(coding) for coding in reversed(codings)]
        self._is_framed = is_framed
        self._max_ratio = max_ratio
        self._received = 0

    def decode(self, chunk: bytes) -> Iterator[bytes]:
        """Yield the decoded bytes of a chunk, as they are requested."""
        if self._unsupported:
            # Only now, so that an empty body, and the status of an error, are of use.
            raise protocol_error(
                "unsupported content coding {!r}; this transport decodes gzip and deflate: turn the compression off in "
                "the server or proxy, or use a transport over a library that decodes it".format(self._unsupported)
            )
        self._received += len(chunk)
        max_output = None
        if self._max_ratio is not None:
            max_output = max(MIN_LIMITED_SIZE, self._max_ratio * self._received)
        chunks = iter((chunk,))
        for layer in self._layers:
            layer.max_output = max_output
            chunks = layer.decode_chunks(chunks)
        return chunks

    def finish(self) -> None:
        """Check that the coded data is complete."""
        for layer in self._layers:
            if not layer.is_complete:
                message = "incomplete response: the {} data is truncated".format(layer.coding)
                raise RemoteProtocolError(message) if self._is_framed else ConnectionError(message)


class _Decompressor:
    """Removes one coding. A gzip body may consist of several members (RFC 1952 §2.2), with padding between them."""

    def __init__(self, coding: str) -> None:
        self.coding = coding
        self.max_output: Optional[float] = None  # bytes in total
        self._decompressor: Any = None  # of the current member
        self._output = 0
        self._empty_input = 0  # coded bytes since the last decoded one

    @property
    def is_complete(self) -> bool:
        """Whether the data may end here. No data at all is complete: some responses have a coding but no body."""
        return self._decompressor is None or bool(self._decompressor.eof)

    def decode_chunks(self, chunks: Iterator[bytes]) -> Iterator[bytes]:
        """Yield the decoded bytes of `chunks`."""
        for chunk in chunks:
            decoded = b""
            while chunk or len(decoded) == MAX_CHUNK_SIZE:  # a full output may not be all that there is
                received = len(chunk)
                if self._decompressor is None:
                    self._decompressor = zlib.decompressobj(_window_bits(self.coding, chunk[0]))
                elif self._decompressor.eof:
                    chunk = self._begin_member(chunk)
                decoded, rest = self._decompress(chunk) if chunk or decoded else (b"", b"")
                self._check_limits(received - len(rest), len(decoded))
                chunk = rest
                if decoded:
                    yield decoded

    def _begin_member(self, chunk: bytes) -> bytes:
        """Begin the next member of the data, if there is one; return the rest of `chunk`, without padding."""
        chunk = b"" if self.coding == "deflate" else chunk.lstrip(b"\0")
        if chunk:
            self._decompressor = zlib.decompressobj(zlib.MAX_WBITS | 16)
        return chunk

    def _decompress(self, chunk: bytes) -> Tuple[bytes, bytes]:
        """Return decoded bytes, and the rest of `chunk`."""
        decompressor = self._decompressor
        try:
            decoded = decompressor.decompress(chunk, MAX_CHUNK_SIZE)
        except zlib.error as error:
            raise protocol_error("invalid {} data: {}".format(self.coding, error)) from error
        return decoded, decompressor.unused_data if decompressor.eof else decompressor.unconsumed_tail

    def _check_limits(self, received: int, decoded: int) -> None:
        self._output += decoded
        self._empty_input = 0 if decoded else self._empty_input + received
        if self._empty_input > MAX_EMPTY_INPUT:
            raise protocol_error("more than {} bytes of {} data without content".format(MAX_EMPTY_INPUT, self.coding))
        if self.max_output is not None and self._output > self.max_output:
            raise protocol_error(
                "the {} data expands to more than {} bytes, too many times its size; if you trust the server, pass a "
                "transport with a higher max_decompression_ratio".format(self.coding, int(self.max_output))
            )


def _window_bits(coding: str, first_byte: int) -> int:
    """Return zlib's `wbits` for data that begins with this byte."""
    if coding == "deflate" and first_byte != 0x1F and first_byte & 15 != 8:
        return -zlib.MAX_WBITS  # without the header of RFC 1950, as some servers send it
    return zlib.MAX_WBITS | 32  # gzip or zlib, as its header tells


def decode_chunks(decoder: ContentDecoder, body: Any) -> Iterator[bytes]:
    """Yield the decoded bytes of a body. Bytes that decode to nothing do not restart its read timeout."""
    body.limits_waits = True
    body.start_read()
    while True:
        try:
            chunk = body.receive()
        except StopIteration:
            break
        for decoded in decoder.decode(chunk):
            yield decoded
            body.start_read()  # the time that the consumer took does not count
    decoder.finish()
