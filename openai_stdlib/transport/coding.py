# SPDX-License-Identifier: MIT
"""Content codings (RFC 9110 §8.4) taken off a body while it arrives. Imports nothing of ours.

None is asked for; a server or proxy that sends one all the same is understood. Bounded: a small piece that unpacks to
a huge one is handed on in pieces too.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Iterator

PIECE = 1 << 20  # bytes unpacked at once
CODINGS = frozenset(("gzip", "x-gzip", "deflate"))


def decoded(coding: str, chunks: Iterator[bytes]) -> Iterator[bytes]:
    """Yield the unpacked bytes of `chunks`. Raises ConnectionError if they are not what the coding says."""
    import zlib

    # 32: gzip or zlib by their header. Raw deflate, which some servers send as "deflate", has none.
    unpacker: Any = zlib.decompressobj(zlib.MAX_WBITS | 32)
    first = True
    try:
        for chunk in chunks:
            if first and coding == "deflate" and chunk[0] & 15 != 8:
                unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
            first = False
            while chunk:
                piece = unpacker.decompress(chunk, PIECE)
                if piece:
                    yield piece
                chunk = unpacker.unconsumed_tail
                if unpacker.eof and unpacker.unused_data and coding != "deflate":
                    # gzip may come in several members, one after the other (RFC 1952 §2.2)
                    chunk, unpacker = unpacker.unused_data, zlib.decompressobj(zlib.MAX_WBITS | 32)
        rest = unpacker.flush()
    except zlib.error as error:
        raise ConnectionError("the answer isn't valid {}: {}".format(coding, error)) from error
    if rest:
        yield rest
    if not first and not unpacker.eof:
        raise ConnectionError("the answer is cut short: its {} coding has no end".format(coding))
