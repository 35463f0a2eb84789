# SPDX-License-Identifier: MIT
"""Compression of WebSocket messages with permessage-deflate (RFC 7692). No I/O. Imported only if it is asked for."""

from __future__ import annotations

import zlib

from .websocket_frames import INVALID_DATA, TOO_BIG, ProtocolViolation

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Optional, Tuple

    Parameters = List[Tuple[str, Optional[str]]]  # of an extension: names, with their values if they have one

NAME = "permessage-deflate"
OFFER = NAME + "; client_max_window_bits"
TAIL = b"\x00\x00\xff\xff"  # the end of each message, which is not sent (§7.2.1)
# A compressor with the full window takes 256 KB. These settings take 28 KB, and messages grow by a few per cent.
WINDOW_BITS, MEMORY_LEVEL = 12, 5
INFLATE_SIZE = 64 * 1024  # bytes that are inflated at once
SIDES = ("server", "client")


class PerMessageDeflate:
    """The compression of one connection, as the handshake has agreed on it.

    `sender_bits` and `receiver_bits` are the sizes of the windows; without context takeover, each message is
    compressed by itself.
    """

    def __init__(
        self,
        *,
        sender_bits: int = 15,
        receiver_bits: int = 15,
        sender_takes_over: bool = True,
        receiver_takes_over: bool = True,
    ) -> None:
        self._sender_bits = min(sender_bits, WINDOW_BITS)
        self._receiver_bits = receiver_bits
        self._sender_takes_over = sender_takes_over
        self._receiver_takes_over = receiver_takes_over
        self._compressor: Any = None
        self._decompressor: Any = None

    def compress(self, payload: bytes) -> Optional[bytes]:
        """Return the compressed payload of a message, None to send it as it is."""
        if not payload or self._sender_bits < 9:  # zlib cannot write with a window of 256 bytes
            return None
        if self._compressor is None:
            self._compressor = zlib.compressobj(wbits=-self._sender_bits, memLevel=MEMORY_LEVEL)
        compressor = self._compressor
        if not self._sender_takes_over:
            self._compressor = None
        compressed: bytes = compressor.compress(payload) + compressor.flush(zlib.Z_SYNC_FLUSH)
        return compressed[: -len(TAIL)]

    def decompress(self, data: bytes, is_last: bool, limit: Optional[int]) -> bytes:
        """Return the next bytes of a message, from a part of its payload. Raises ProtocolViolation.

        `limit` is how many bytes the message may still have.
        """
        chunks: List[bytes] = []
        data = data + TAIL if is_last else data
        while True:
            if self._decompressor is None:
                self._decompressor = zlib.decompressobj(wbits=-self._receiver_bits)
            decompressor = self._decompressor
            try:
                chunk = decompressor.decompress(data, INFLATE_SIZE)
            except zlib.error:
                raise ProtocolViolation(INVALID_DATA, "a compressed message that cannot be decompressed") from None
            chunks.append(chunk)
            if limit is not None:
                limit -= len(chunk)
                if limit < 0:
                    raise ProtocolViolation(TOO_BIG, "a message that exceeds the limit once it is decompressed")
            data = decompressor.unconsumed_tail
            if decompressor.eof:  # a block may say that it is the last one (§7.2.3.4)
                data, self._decompressor = decompressor.unused_data, None
                if not data:
                    break
            elif not data and len(chunk) < INFLATE_SIZE:
                break
        if is_last and not self._receiver_takes_over:
            self._decompressor = None
        return chunks[0] if len(chunks) == 1 else b"".join(chunks)


def accept_response(parameters: Parameters) -> PerMessageDeflate:
    """Return the compression of a client whose OFFER the server has accepted. Raises ValueError with the reason."""
    values: Dict[str, Optional[str]] = {}
    for name, value in parameters:
        if name in values:
            raise ValueError("the parameter {} occurs twice".format(name))
        values[name] = value
    takes_over = [_pop_flag(values, side + "_no_context_takeover") for side in SIDES]
    bits = [_pop_bits(values, side + "_max_window_bits") for side in SIDES]
    if values:
        raise ValueError("the parameter {} is unknown".format(next(iter(values))))
    return PerMessageDeflate(
        receiver_bits=bits[0], sender_bits=bits[1], receiver_takes_over=takes_over[0], sender_takes_over=takes_over[1]
    )


def accept_offer(parameters: Parameters) -> Tuple[PerMessageDeflate, str]:
    """Return the compression of a server, and its response to the offer of a client. Raises ValueError to decline."""
    offered = dict(parameters)
    if len(offered) < len(parameters):
        raise ValueError("a parameter occurs twice")
    answer = [NAME] + [name for name in ("server_no_context_takeover",) if name in offered]
    receiver_takes_over = _pop_flag(offered, "client_no_context_takeover")
    sender_takes_over = _pop_flag(offered, "server_no_context_takeover")
    if "server_max_window_bits" in offered:
        answer.append("server_max_window_bits={}".format(offered["server_max_window_bits"]))
    sender_bits = _pop_bits(offered, "server_max_window_bits")
    if offered.get("client_max_window_bits") is not None:
        _pop_bits(offered, "client_max_window_bits")
    offered.pop("client_max_window_bits", None)
    if offered:
        raise ValueError("the parameter {} is unknown".format(next(iter(offered))))
    deflate = PerMessageDeflate(
        sender_bits=sender_bits, sender_takes_over=sender_takes_over, receiver_takes_over=receiver_takes_over
    )
    return deflate, "; ".join(answer)


def _pop_flag(values: Dict[str, Optional[str]], name: str) -> bool:
    """Return whether the context is kept, which the parameter `name` forbids. Raises ValueError."""
    takes_over = name not in values
    if values.pop(name, None) is not None:
        raise ValueError("the parameter {} has a value".format(name))
    return takes_over


def _pop_bits(values: Dict[str, Optional[str]], name: str) -> int:
    """Return the size of a window. Raises ValueError."""
    if name not in values:
        return 15
    value = values.pop(name)
    if value not in ("8", "9", "10", "11", "12", "13", "14", "15"):
        raise ValueError("the parameter {} is not a number from 8 to 15".format(name))
    return int(value)
