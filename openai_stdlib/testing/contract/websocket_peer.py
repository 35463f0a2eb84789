# SPDX-License-Identifier: MIT
"""The server side of WebSockets for tests: frames, written after RFC 6455 alone, as steps of a scripted server."""

from __future__ import annotations

import base64
import hashlib
import struct
from typing import NamedTuple

from ..raw_server import RawServer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Optional

CONTINUATION, TEXT, BINARY, CLOSE, PING, PONG = 0, 1, 2, 8, 9, 10  # opcodes
GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"  # of RFC 6455 §1.3


class Frame(NamedTuple):
    """A frame as it was received, with its payload unmasked."""

    fin: bool
    reserved: int
    opcode: int
    masked: bool
    payload: bytes


def encode(opcode: int, payload: bytes = b"", *, fin: bool = True, reserved: int = 0, length: str = "") -> bytes:
    """Encode a frame of a server; `length` is the format of the length: "B", "H" or "Q", by default the shortest."""
    first = (128 if fin else 0) + reserved * 16 + opcode
    size = len(payload)
    length = length or ("B" if size < 126 else "H" if size < 65536 else "Q")
    if length == "B":
        return struct.pack("!BB", first, size) + payload
    return struct.pack("!BB" + length, first, 126 if length == "H" else 127, size) + payload


def encode_close(code: int, reason: bytes = b"") -> bytes:
    """Encode a close frame."""
    return encode(CLOSE, struct.pack("!H", code) + reason)


def decode(data: bytes) -> tuple[list[Frame], bytes]:
    """Decode the complete frames in `data`; return them, and the rest."""
    frames = []
    while len(data) >= 2:
        size, position = data[1] & 127, 2
        if size > 125:
            form = "!H" if size == 126 else "!Q"
            position += struct.calcsize(form)
            if len(data) < position:
                break
            (size,) = struct.unpack(form, data[2:position])
        masked = data[1] >= 128
        key = data[position : position + 4] if masked else b"\0\0\0\0"
        position += 4 if masked else 0
        if len(data) < position + size:
            break
        payload = data[position : position + size]
        if masked and size:
            stretched = (key * (size // 4 + 1))[:size]
            payload = (int.from_bytes(payload, "big") ^ int.from_bytes(stretched, "big")).to_bytes(size, "big")
        frames.append(Frame(data[0] >= 128, data[0] >> 4 & 7, data[0] & 15, masked, payload))
        data = data[position + size :]
    return frames, data


class Peer:
    """The server's end of one connection."""

    def __init__(self, connection: Any) -> None:
        self.connection: Any = connection
        self.sock: Any = connection.sock
        self._frames: list[Frame] = []
        self._data = b""

    def send(self, *frames: bytes) -> None:
        """Send encoded frames."""
        self.sock.sendall(b"".join(frames))

    def read(self) -> Frame:
        """Read a frame; raises EOFError if the client has closed."""
        while not self._frames:
            data = self.connection.receive()
            if not data:
                raise EOFError
            self._frames, self._data = decode(self._data + data)
        return self._frames.pop(0)

    def expect(self, opcode: int, payload: Optional[bytes] = None) -> Frame:
        """Read a frame, which must be the expected one and masked."""
        frame = self.read()
        assert frame.masked and frame.fin and frame.opcode == opcode, frame
        assert payload is None or frame.payload == payload, frame
        return frame

    def close(self, code: int = 1000, reason: bytes = b"") -> None:
        """Begin the closing handshake, and wait for the answer."""
        self.send(encode_close(code, reason))
        while self.read().opcode != CLOSE:
            pass

    def answer_close(self) -> bytes:
        """Wait for a close frame, skip others, and answer it; return its payload."""
        while True:
            frame = self.read()
            if frame.opcode == CLOSE:
                self.send(encode(CLOSE, frame.payload))
                return frame.payload


def accept_value(key: str) -> str:
    """Return the value of Sec-WebSocket-Accept for a key."""
    digest = hashlib.sha1((key + GUID).encode()).digest()  # noqa: S324  # the RFC demands it
    return base64.b64encode(digest).decode()


def upgrade(*fields: str, first_frames: bytes = b"") -> Callable[[Any], None]:
    """Return a step that accepts the handshake, with further header lines."""

    def step(connection: Any) -> None:
        request = connection.read_request()
        (key,) = request.header("Sec-WebSocket-Key")
        lines: tuple[str, ...] = ("HTTP/1.1 101 Switching Protocols", "Upgrade: websocket", "Connection: Upgrade")
        lines += ("Sec-WebSocket-Accept: " + accept_value(key), *fields, "", "")
        connection.sock.sendall("\r\n".join(lines).encode() + first_frames)

    return step


def serve(script: Callable[[Peer], object], *fields: str, tls: Any = None) -> RawServer:
    """Return a server that accepts handshakes and plays a function with each connection."""

    def step(connection: Any) -> None:
        script(Peer(connection))

    return RawServer(upgrade(*fields), step, tls=tls)


def url_of(server: RawServer, path: str = "/socket") -> str:
    """Return the ws or wss URL of a server."""
    return "ws" + server.url[4:] + path


def echo(peer: Peer) -> None:
    """Send each message back, until the client closes."""
    while True:
        frame = peer.read()
        if frame.opcode == CLOSE:
            peer.send(encode(CLOSE, frame.payload))
            return
        if frame.opcode != PONG:
            peer.send(encode(PONG if frame.opcode == PING else frame.opcode, frame.payload))
