# SPDX-License-Identifier: MIT
"""Frames of the WebSocket protocol (RFC 6455 §5): how they are encoded, masked, and what is invalid. No I/O."""

from __future__ import annotations

import os

from ..call.errors import ConfigError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Optional, Tuple

    from .websocket_base import CodeAndReason, Message

CONTINUATION, TEXT, BINARY, CLOSE, PING, PONG = 0, 1, 2, 8, 9, 10  # opcodes
FIN, RSV1, RSV = 0x80, 0x40, 0x70  # bits of the first byte: last frame, compressed message, all reserved bits
MASKED = 0x80  # bit of the second byte
MAX_CONTROL_PAYLOAD = 125  # bytes
MAX_REASON = 123  # bytes of the reason of a close frame
NORMAL, GOING_AWAY, PROTOCOL_ERROR, NO_CODE, ABNORMAL = 1000, 1001, 1002, 1005, 1006  # close codes
INVALID_DATA, TOO_BIG, INTERNAL_ERROR = 1007, 1009, 1011
# From this size on, translating every fourth byte is faster than one XOR of large integers.
MIN_TRANSLATED = 4096  # bytes
_EVERY_BYTE = int.from_bytes(bytes(range(256)), "little")


class ProtocolViolation(Exception):
    """The peer does not follow the protocol, or exceeds a limit; `code` is the close code that says so."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code: int = code
        self.reason: str = reason


class ControlFrame:
    """A control frame that has arrived."""

    __slots__ = ("payload",)

    def __init__(self, payload: bytes) -> None:
        self.payload: bytes = payload

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and isinstance(other, ControlFrame) and other.payload == self.payload

    def __hash__(self) -> int:
        return hash((type(self), self.payload))

    def __repr__(self) -> str:
        return "{}({!r})".format(type(self).__name__, self.payload)


class Ping(ControlFrame):
    """A ping; the protocol answers it."""

    __slots__ = ()


class Pong(ControlFrame):
    """A pong: the answer to a ping with this payload, or unsolicited."""

    __slots__ = ()


class Close(ControlFrame):
    """A close frame; `WebSocketProtocol.received_close` has its code and reason."""

    __slots__ = ()


def apply_mask(data: bytes, key: bytes) -> bytes:
    """Return `data` masked, or unmasked, with a key of four bytes (RFC 6455 §5.3)."""
    size = len(data)
    if size < MIN_TRANSLATED:
        mask = int.from_bytes((key * (size // 4 + 1))[:size], "little")
        return (int.from_bytes(data, "little") ^ mask).to_bytes(size, "little")
    masked = bytearray(size)
    _mask_into(masked, 0, data, key)
    return bytes(masked)


def _mask_into(target: bytearray, start: int, data: bytes, key: bytes) -> None:
    """Write masked data to the end of `target`, from index `start`."""
    for index in range(4):
        table = (_EVERY_BYTE ^ int.from_bytes(key[index : index + 1] * 256, "little")).to_bytes(256, "little")
        target[start + index :: 4] = data[index::4].translate(table)


def encode_frame(first_byte: int, payload: bytes, is_masked: bool) -> bytes:
    """Return a frame; `first_byte` has FIN, the reserved bits and the opcode. Clients mask, servers don't.

    A large frame is a bytearray.
    """
    size = len(payload)
    mask_bit = MASKED if is_masked else 0
    if size < 126:
        head = bytes((first_byte, mask_bit | size))
    elif size < 1 << 16:
        head = bytes((first_byte, mask_bit | 126)) + size.to_bytes(2, "big")
    else:
        head = bytes((first_byte, mask_bit | 127)) + size.to_bytes(8, "big")
    if not is_masked:
        return head + payload
    key = os.urandom(4)
    if size < MIN_TRANSLATED:
        return head + key + apply_mask(payload, key)
    start = len(head) + 4
    frame: Any = bytearray(start + size)  # filled in place: each copy of a large message costs as much as sending it
    frame[:start] = head + key
    _mask_into(frame, start, payload, key)
    result: bytes = frame
    return result


def header_size(second_byte: int) -> int:
    """Return the number of bytes of a frame's header, from its second byte."""
    length = second_byte & 0x7F
    size = 2 if length < 126 else 4 if length == 126 else 10
    return size + 4 if second_byte & MASKED else size


def payload_length(header: bytes) -> int:
    """Return the length of the payload from a header. Raises ProtocolViolation if it is not in its shortest form."""
    length = header[1] & 0x7F
    if length < 126:
        return length
    size = int.from_bytes(header[2:4] if length == 126 else header[2:10], "big")
    if size >> 63:
        raise ProtocolViolation(PROTOCOL_ERROR, "a length of more than 63 bits")
    if size < (126 if length == 126 else 1 << 16):
        raise ProtocolViolation(PROTOCOL_ERROR, "a length that is not in its shortest form")
    return size


def is_valid_close_code(code: int) -> bool:
    """Return whether a close frame may have this code (RFC 6455 §7.4, and the registry of IANA)."""
    return 1000 <= code <= 1003 or 1007 <= code <= 1014 or 3000 <= code <= 4999


def encode_close(code: int, reason: str) -> bytes:
    """Return the payload of a close frame; the code 1005 stands for none."""
    return b"" if code == NO_CODE else code.to_bytes(2, "big") + reason.encode("utf-8")


def decode_close(payload: bytes) -> CodeAndReason:
    """Return code and reason of a close frame. Raises ProtocolViolation."""
    if not payload:
        return NO_CODE, ""
    code = int.from_bytes(payload[:2], "big")
    if len(payload) == 1 or not is_valid_close_code(code):
        raise ProtocolViolation(PROTOCOL_ERROR, "an invalid close code")
    try:
        return code, payload[2:].decode("utf-8")
    except UnicodeDecodeError:
        raise ProtocolViolation(INVALID_DATA, "a close reason that is not UTF-8") from None


def encode_message(message: Message) -> Tuple[int, bytes]:
    """Return opcode and payload of a message. Raises TypeError, or UnicodeEncodeError for a lone surrogate."""
    if isinstance(message, str):
        return TEXT, message.encode("utf-8")
    if not isinstance(message, (bytes, bytearray, memoryview)):
        raise TypeError("message: expected str or bytes, got {}".format(type(message).__name__))
    return BINARY, message if isinstance(message, bytes) else bytes(message)


def cut_reason(reason: Optional[str]) -> str:
    """Return as much of a text as fits into a close frame."""
    return (reason or "").encode("utf-8")[:MAX_REASON].decode("utf-8", "ignore")


def check_ping(payload: bytes) -> None:
    """Raise ConfigError for a payload that no control frame can have."""
    if len(payload) > MAX_CONTROL_PAYLOAD:
        raise ConfigError("data: expected at most {} bytes, got {}".format(MAX_CONTROL_PAYLOAD, len(payload)))


def check_close(code: int, reason: str) -> None:
    """Raise ConfigError for a code that a close frame cannot have, or a reason that is too long."""
    if isinstance(code, bool) or not isinstance(code, int) or not (code == NO_CODE or is_valid_close_code(code)):
        problem = "only stands for a connection without a close frame" if code == ABNORMAL else "is not a close code"
        raise ConfigError(
            "code: {!r} {}; use 1000, another one of RFC 6455 §7.4, or 3000 to 4999".format(code, problem)
        )
    try:
        size = len(reason.encode("utf-8"))
    except (AttributeError, UnicodeEncodeError):
        raise ConfigError("reason: expected text, got {}".format(type(reason).__name__)) from None
    if size > MAX_REASON:
        raise ConfigError("reason: expected at most {} bytes, got {}".format(MAX_REASON, size))
    if reason and code == NO_CODE:
        raise ConfigError("reason: a close frame without a code has no reason; pass another code")
