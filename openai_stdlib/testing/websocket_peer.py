# SPDX-License-Identifier: MIT
"""Server side of one WebSocket after the handshake: runs a session on a socket, and carries out injected faults.

One thread reads and writes. While it pauses between two events of a stream, it receives; so pings are answered, and
a session learns that a response is cancelled.
"""

from __future__ import annotations

import socket
import time
from collections import deque

from ..transport.websocket_frames import (
    ABNORMAL,
    BINARY,
    CLOSE,
    CONTINUATION,
    FIN,
    PING,
    RSV,
    TEXT,
    ProtocolViolation,
    encode_close,
    encode_frame,
)
from ..transport.websocket_protocol import WebSocketProtocol
from .request_reader import MAX_JSON_BYTES, READ_SIZE
from .response_writer import ConnectionAborted
from .server_responses import encode_json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Deque, Dict, Optional, Union

    from ..transport.permessage_deflate import PerMessageDeflate
    from .faults import Fault
    from .recorded_request import RecordedRequest
    from .response_writer import ServerState
    from .websocket_session import Session

CLOSE_TIMEOUT = 5.0  # seconds to wait for the client's close frame
FILLER_SIZE = 1 << 20  # bytes of an oversized message that are in memory
_HELLO = b"hello"
# Values of ws-garbage -> the bytes of a frame that no client accepts.
INVALID_FRAMES: Dict[str, bytes] = {
    "": encode_frame(FIN | RSV | TEXT, _HELLO, False),
    "opcode": encode_frame(FIN | 3, _HELLO, False),
    "masked": encode_frame(FIN | TEXT, _HELLO, True),
    "continuation": encode_frame(FIN | CONTINUATION, _HELLO, False),
    "interleaved": encode_frame(TEXT, _HELLO, False) + encode_frame(FIN | BINARY, _HELLO, False),
    "fragmented-ping": encode_frame(PING, _HELLO, False),
    "long-ping": encode_frame(FIN | PING, b"x" * 126, False),
    "length": bytes((FIN | TEXT, 126, 0, len(_HELLO))) + _HELLO,
    "close-code": encode_frame(FIN | CLOSE, (1005).to_bytes(2, "big"), False),
}
INVALID_TEXT = encode_frame(FIN | TEXT, b'{"type": "\xff\xfe"}', False)


class WebSocketPeer:
    """The server's end of one WebSocket, subject to a fault."""

    def __init__(
        self,
        server: ServerState,
        sock: socket.socket,
        request: RecordedRequest,
        fault: Fault,
        deflate: Optional[PerMessageDeflate],
    ) -> None:
        self._server = server
        self._sock = sock
        self._request = request
        self._fault = fault
        self._protocol = WebSocketProtocol(is_client=False, max_size=MAX_JSON_BYTES, deflate=deflate)
        self._inbox: Deque[Union[str, bytes]] = deque()
        self._sent = 0  # messages so far

    def run(self, session: Session, first_bytes: bytes = b"") -> None:
        """Run a session until the connection ends, which raises ConnectionAborted or OSError."""
        try:
            session.start()
            self._apply_fault()
            self._receive(first_bytes)
            while True:
                self._step(session)
        finally:
            if self._request.close_code is None:
                self._request.close_code = ABNORMAL

    def _step(self, session: Session) -> None:
        """Send what is due, or handle one message, for which it waits."""
        self._send_replies(session)
        event = session.next_event()
        if event is not None:
            self._send(event)
            end = time.monotonic() + self._server.delay
            while time.monotonic() < end:
                self._read(max(0.001, end - time.monotonic()))
                while self._inbox:
                    session.handle_message(self._inbox.popleft())
                    self._send_replies(session)
        elif self._inbox:
            session.handle_message(self._inbox.popleft())
        elif not session.replies:
            self._read(None)

    # Receiving

    def _read(self, seconds: Optional[float]) -> None:
        """Wait for data, up to `seconds`, and handle them. Raises ConnectionAborted at the end of the connection."""
        data = self._read_bytes(seconds)
        if data is not None:
            if not data:
                raise ConnectionAborted()
            self._receive(data)

    def _read_bytes(self, seconds: Optional[float]) -> Optional[bytes]:
        """Return the bytes that arrive within `seconds`; b"" at the end of the connection, None if none arrive."""
        self._sock.settimeout(seconds)
        try:
            return self._sock.recv(READ_SIZE)
        except socket.timeout:
            return None
        finally:
            self._sock.settimeout(None)

    def _receive(self, data: bytes) -> None:
        """Handle data that have arrived. Raises ConnectionAborted if the connection is closed now."""
        protocol = self._protocol
        for event in protocol.receive_data(data):
            if isinstance(event, (str, bytes)):
                self._inbox.append(event)
                if self._server.record_bodies:
                    self._request.record_message(event)
            elif isinstance(event, ProtocolViolation):
                protocol.fail(event.code, event.reason)
        if protocol.received_close is not None:
            self._request.close_code = protocol.received_close[0]
        for reply in protocol.take_replies():
            self._sock.sendall(reply)
        if protocol.received_close is not None:
            raise ConnectionAborted()
        if protocol.failure:
            self._drain()

    def _drain(self) -> None:
        """Wait until the client has closed its side, so that it does not lose the close frame; then end."""
        end = time.monotonic() + CLOSE_TIMEOUT
        while time.monotonic() < end and not self._server.stopping.is_set():
            if not self._read_bytes(max(0.001, end - time.monotonic())):
                break
        raise ConnectionAborted()

    # Sending

    def _send_replies(self, session: Session) -> None:
        """Send the replies of a session, and close the connection if it asks for that."""
        while session.replies:
            self._send(session.replies.popleft())
        if session.close_code:
            self._write(self._protocol.send_close(session.close_code))
            self._await_close()

    def _send(self, event: Any) -> None:
        """Send an event as a text message."""
        self._write(self._protocol.send_message(encode_json(event).decode("utf-8")))
        self._sent += 1
        self._apply_fault()

    def _write(self, data: Union[bytes, bytearray]) -> None:
        step = self._fault.get("ws-slow") or len(data)
        for start in range(0, len(data), step):
            self._sock.sendall(data[start : start + step])

    def _await_close(self) -> None:
        """Wait for the client's close frame. Raises ConnectionAborted."""
        end = time.monotonic() + CLOSE_TIMEOUT
        while time.monotonic() < end:
            self._read(max(0.001, end - time.monotonic()))
        raise ConnectionAborted()

    # Faults

    def _apply_fault(self) -> None:
        """Carry out the fault if it is due. Raises ConnectionAborted if it ends the connection."""
        fault = self._fault
        if self._sent != fault.get("ws-after", 0):
            return
        if "ws-stall" in fault and self._server.stopping.wait(fault.get("ws-stall")):
            raise ConnectionAborted()
        for number in range(fault.get("ws-pings", 0)):
            self._write(self._protocol.send_ping(b"%d" % number))
        if "ws-oversize" in fault:
            self._send_oversized(fault.get("ws-oversize"))
        if "ws-message" in fault:
            self._write(self._protocol.send_message(fault.get("ws-message")))
        if "ws-garbage" in fault:
            self._write(INVALID_FRAMES[fault.get("ws-garbage")])
        if "ws-invalid-text" in fault:
            self._write(INVALID_TEXT)
        if "ws-close" in fault:
            self._write(self._encode_close(fault.get("ws-close"), fault.get("ws-reason", "")))
            self._await_close()
        if "ws-drop" in fault or "ws-reset" in fault:
            raise ConnectionAborted("ws-reset" in fault)

    def _encode_close(self, code: int, reason: str) -> bytes:
        """Return a close frame, whatever its code is; 1005 is one without a code."""
        self._protocol.sent_close = code, reason
        return encode_frame(FIN | CLOSE, encode_close(code, reason), False)

    def _send_oversized(self, size: int) -> None:
        """Send a JSON text of `size` bytes, which needs no memory."""
        head, tail = b'{"type":"embedded.oversize","padding":"', b'"}'
        left = max(0, size - len(head) - len(tail))
        length = left + len(head) + len(tail)
        self._write(encode_frame_head(length) + head)
        while left:
            self._write(b"x" * min(left, FILLER_SIZE))
            left -= min(left, FILLER_SIZE)
        self._write(tail)


def encode_frame_head(length: int) -> bytes:
    """Return the header of a text frame whose payload follows."""
    if length < 126:
        return bytes((FIN | TEXT, length))
    if length < 1 << 16:
        return bytes((FIN | TEXT, 126)) + length.to_bytes(2, "big")
    return bytes((FIN | TEXT, 127)) + length.to_bytes(8, "big")
