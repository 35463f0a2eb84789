# SPDX-License-Identifier: MIT
"""One end of a WebSocket connection after the handshake (RFC 6455): bytes in, events out. No I/O, no clock, no threads.

    protocol = WebSocketProtocol(max_size=1 << 20)
    data = protocol.send_message("text")            # the bytes to send
    events = protocol.receive_data(b"...")          # what has arrived: messages, and Ping, Pong and Close
    data = protocol.take_replies()                  # pongs, and the close frame that answers one or reports an error

A message is a `str` or `bytes`. The last event may be a ProtocolViolation: then nothing more is received, and `fail`
must be called, at the latest when the program has taken the messages before it. One thread may receive while others,
one at a time, send.
"""

from __future__ import annotations

from codecs import utf_8_decode

from .websocket_frames import (
    BINARY,
    CLOSE,
    CONTINUATION,
    FIN,
    INVALID_DATA,
    MASKED,
    MAX_CONTROL_PAYLOAD,
    NORMAL,
    PING,
    PONG,
    PROTOCOL_ERROR,
    RSV,
    RSV1,
    TEXT,
    TOO_BIG,
    Close,
    ControlFrame,
    Ping,
    Pong,
    ProtocolViolation,
    apply_mask,
    check_close,
    check_ping,
    cut_reason,
    decode_close,
    encode_close,
    encode_frame,
    encode_message,
    header_size,
    payload_length,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, List, Optional, Union

    from .permessage_deflate import PerMessageDeflate
    from .websocket_base import CodeAndReason, Message

    Event = Union[str, bytes, ControlFrame, ProtocolViolation]

MAX_SHORT_SIZE = (1 << 16) - 1  # bytes of a payload whose length takes two bytes
MIN_PART = 4096  # characters or bytes of the parts of a message, but the last one
MAX_UNSENT_PONGS = 1000  # then only the latest ping is answered (RFC 6455 §5.5.3)


class WebSocketProtocol:
    """The state of one connection.

    `max_size` limits a message, and `max_frame_size` a frame, in bytes (None: no limit). `deflate` is the compression
    that the handshake has agreed on. `sent_close` and `received_close` are code and reason of the close frames, or
    None; `received_first` is whether the peer's came first. `failure` says what was wrong if the connection failed.
    """

    def __init__(
        self,
        *,
        is_client: bool = True,
        max_size: Optional[int] = None,
        max_frame_size: Optional[int] = None,
        deflate: Optional[PerMessageDeflate] = None,
    ) -> None:
        self.sent_close: Optional[CodeAndReason] = None
        self.received_close: Optional[CodeAndReason] = None
        self.received_first: bool = False
        self.failure: str = ""
        self.is_receiving: bool = True  # until a close frame, an error, or the end of the connection
        self._is_client = is_client
        self._max_size = max_size
        self._max_frame_size = max_frame_size
        self._max_short_size = min(size for size in (MAX_SHORT_SIZE, max_size, max_frame_size) if size is not None)
        self._deflate = deflate
        self._replies: List[bytes] = []
        self._data = b""  # an incomplete header or control frame
        self._payload_left = 0  # bytes of the current data frame that have not arrived
        self._mask = b""  # of the current data frame, if the peer is a client
        self._is_last_frame = False
        self._opcode = 0  # of the current message, 0 between messages
        self._is_compressed = False
        self._parts: List[Any] = []  # what has arrived of the current message, decompressed and decoded
        self._size = 0  # bytes of it
        self._undecoded = b""  # the beginning of a character

    # Sending

    def send_message(self, message: Message) -> bytes:
        """Return the frame of a message; it must be sent before those of later messages. Raises UnicodeEncodeError."""
        opcode, payload = encode_message(message)
        compressed = None if self._deflate is None else self._deflate.compress(payload)
        if compressed is not None:
            return encode_frame(FIN | RSV1 | opcode, compressed, self._is_client)
        return encode_frame(FIN | opcode, payload, self._is_client)

    def send_ping(self, payload: bytes = b"") -> bytes:
        """Return a ping. Raises ConfigError if its payload is too large."""
        check_ping(payload)
        return encode_frame(FIN | PING, payload, self._is_client)

    def send_close(self, code: int = NORMAL, reason: str = "") -> bytes:
        """Return a close frame, b"" if one was sent already. Raises ConfigError for a code that must not be sent."""
        check_close(code, reason)
        return self._close(code, reason)

    def _close(self, code: int, reason: str) -> bytes:
        if self.sent_close is not None:
            return b""
        self.sent_close = code, reason
        return encode_frame(FIN | CLOSE, encode_close(code, reason), self._is_client)

    @property
    def is_open(self) -> bool:
        """Whether messages may be sent: neither side has begun to close the connection, and it has not failed."""
        return self.sent_close is None and self.received_close is None and not self.failure

    def fail(self, code: int, reason: str) -> None:
        """Fail the connection (RFC 6455 §7.1.7): nothing more is received, and the reply is a close frame."""
        self.failure, self.is_receiving = self.failure or reason, False
        self._add_close_reply(code, cut_reason(reason))

    def _add_close_reply(self, code: int, reason: str) -> None:
        frame = self._close(code, reason)
        if frame:
            self._replies.append(frame)

    def take_replies(self) -> List[bytes]:
        """Return the frames that must be sent in reply to what has arrived, in their order."""
        replies, self._replies = self._replies, []
        return replies

    # Receiving

    def receive_data(self, data: bytes) -> List[Event]:
        """Return the events in the bytes that have arrived."""
        events: List[Event] = []
        if self._data:
            data, self._data = self._data + data, b""
        try:
            self._parse(data, events)
        except ProtocolViolation as violation:
            self.is_receiving, self._parts, self._data = False, [], b""
            events.append(violation)
        return events

    def receive_eof(self) -> None:
        """Take note of the end of the network connection."""
        if self.is_receiving:
            self.is_receiving = False
            is_within = self._data or self._payload_left or self._opcode
            self.failure = self.failure or "the connection ended" + (" within a message" if is_within else "")

    @property
    def message_size(self) -> int:
        """The number of bytes that have arrived of an incomplete message."""
        return self._size

    def _parse(self, data: bytes, events: List[Event]) -> None:
        position, end = 0, len(data)
        while self.is_receiving:
            if self._payload_left:
                chunk = data[position : position + self._payload_left]
                position += len(chunk)
                self._feed_payload(chunk, events)
                if self._payload_left:
                    return
            if self._is_client and not self._opcode and self.sent_close is None:
                position = self._take_messages(data, position, events)
            if end - position < 2:
                self._data = data[position:]
                return
            first, second = data[position], data[position + 1]
            if first & 0x0F >= CLOSE or first & RSV or bool(second & MASKED) is self._is_client:
                self._check_header(first, second)
            start = position + header_size(second)
            if start > end:
                self._data = data[position:]
                return
            length = payload_length(data[position:start])
            if first & 0x0F >= CLOSE:
                if start + length > end:
                    self._data = data[position:]
                    return
                position = start + length
                payload = data[start:position]
                self._handle_control(first, payload if self._is_client else _unmask(payload, data, start), events)
                continue
            self._start_frame(first, length)
            position = start
            self._payload_left, self._mask = length, b"" if self._is_client else data[start - 4 : start]
            if not length:
                self._feed_payload(b"", events)

    def _take_messages(self, data: bytes, position: int, events: List[Event]) -> int:
        """Take complete messages of a server that are each in one short frame; return the index of the rest.

        Nearly all messages are. The frame that ends the loop may be anything, also invalid.
        """
        end, limit = len(data), self._max_short_size
        while end - position >= 4:
            first, size, start = data[position], data[position + 1], position + 2
            if size > 125:
                if size != 126:  # longer, or masked, which is an error
                    break
                size, start = data[start] << 8 | data[start + 1], start + 2
                if size < 126:
                    break
            stop = start + size
            if stop > end or size > limit:
                break
            if first == FIN | BINARY:
                events.append(data[start:stop])
            elif first == FIN | TEXT:
                try:
                    events.append(data[start:stop].decode("utf-8"))
                except UnicodeDecodeError:
                    break
            else:
                break
            position = stop
        return position

    def _check_header(self, first: int, second: int) -> None:
        """Check the parts of a header that are rarely used. Raises ProtocolViolation."""
        opcode = first & 0x0F
        if bool(second & MASKED) is self._is_client:
            raise ProtocolViolation(
                PROTOCOL_ERROR, "a masked frame" if self._is_client else "a frame that is not masked"
            )
        allowed = RSV1 if self._deflate is not None and opcode in (TEXT, BINARY) else 0
        if first & RSV & ~allowed:
            raise ProtocolViolation(PROTOCOL_ERROR, "a reserved bit that is set")
        if opcode >= CLOSE:
            if opcode > PONG:
                raise ProtocolViolation(PROTOCOL_ERROR, "an unknown opcode")
            if not first & FIN:
                raise ProtocolViolation(PROTOCOL_ERROR, "a fragmented control frame")
            if second & 0x7F > MAX_CONTROL_PAYLOAD:
                raise ProtocolViolation(PROTOCOL_ERROR, "a control frame of more than 125 bytes")

    def _start_frame(self, first: int, length: int) -> None:
        """Begin a data frame. Raises ProtocolViolation if it must not come now, or is too large."""
        opcode = first & 0x0F
        if opcode == CONTINUATION:
            if not self._opcode:
                raise ProtocolViolation(PROTOCOL_ERROR, "a continuation frame without a message to continue")
        elif opcode > BINARY:
            raise ProtocolViolation(PROTOCOL_ERROR, "an unknown opcode")
        elif self._opcode:
            raise ProtocolViolation(PROTOCOL_ERROR, "a new message before the end of a fragmented one")
        else:
            self._opcode, self._is_compressed = opcode, bool(first & RSV1)
        self._is_last_frame = bool(first & FIN)
        if self._max_frame_size is not None and length > self._max_frame_size:
            message = "a frame of {} bytes; the limit is {}".format(length, self._max_frame_size)
            raise ProtocolViolation(TOO_BIG, message)
        size = self._size + length
        if self._max_size is not None and size > self._max_size and not self._is_compressed:
            message = "a message of at least {} bytes; the limit is {}".format(size, self._max_size)
            raise ProtocolViolation(TOO_BIG, message)

    def _feed_payload(self, chunk: bytes, events: List[Event]) -> None:
        """Take the next bytes of a data frame; the message is an event once it is complete."""
        self._payload_left -= len(chunk)
        if self._mask and chunk:
            shift = len(chunk) & 3
            chunk, self._mask = apply_mask(chunk, self._mask), self._mask[shift:] + self._mask[:shift]
        is_last = self._is_last_frame and not self._payload_left
        if self.sent_close is not None:  # messages are no longer delivered, nor kept
            self._opcode = 0 if is_last else self._opcode
            return
        if self._is_compressed and self._deflate is not None:
            limit = None if self._max_size is None else self._max_size - self._size
            chunk = self._deflate.decompress(chunk, is_last, limit)
        part: Any = self._decode(chunk, is_last) if self._opcode == TEXT else chunk
        if not is_last or self._parts:
            self._size += len(chunk)
            if self._parts and len(self._parts[-1]) < MIN_PART:  # many small objects would take much more memory
                self._parts[-1] += part
            else:
                self._parts.append(part)
            if not is_last:
                return
            part, self._parts, self._size = part[:0].join(self._parts), [], 0
        self._opcode = 0
        events.append(part)

    def _decode(self, chunk: bytes, is_last: bool) -> str:
        """Decode a part of a text. Raises ProtocolViolation at the first byte that cannot be UTF-8."""
        if self._undecoded:
            chunk = self._undecoded + chunk
        try:
            text, count = utf_8_decode(chunk, "strict", is_last)
            self._undecoded = chunk[count:]
            if b"\xed\x9f" < self._undecoded < b"\xee":  # a surrogate, for whose last byte the decoder waits
                utf_8_decode(self._undecoded, "strict", True)
        except UnicodeDecodeError:
            raise ProtocolViolation(INVALID_DATA, "a text that is not UTF-8") from None
        return text

    def _handle_control(self, first: int, payload: bytes, events: List[Event]) -> None:
        opcode = first & 0x0F
        if opcode == PING:
            events.append(Ping(payload))
            if self.sent_close is None:
                self._add_pong(payload)
        elif opcode == PONG:
            events.append(Pong(payload))
        else:
            code, reason = decode_close(payload)
            self.received_close, self.received_first = (code, reason), self.sent_close is None
            self.is_receiving = False
            events.append(Close(payload))
            self._add_close_reply(code, reason)

    def _add_pong(self, payload: bytes) -> None:
        if len(self._replies) >= MAX_UNSENT_PONGS:
            self._replies.pop()
        self._replies.append(encode_frame(FIN | PONG, payload, self._is_client))


def _unmask(payload: bytes, data: bytes, start: int) -> bytes:
    return apply_mask(payload, data[start - 4 : start])
