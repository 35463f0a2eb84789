# SPDX-License-Identifier: MIT
"""The floor of WebSockets: one thread, text messages that are not fragmented; no pings, limits or errors."""

import base64
import json
import os
import socket

READ_SIZE = 65536
HEAD = (
    "GET /v1/realtime HTTP/1.1\r\nHost: %s\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    "Sec-WebSocket-Key: %s\r\nSec-WebSocket-Version: 13\r\n\r\n"
)


class Connection:
    """An open connection."""

    def __init__(self, url: str) -> None:
        authority = url.split("/")[2]
        host, _, port = authority.partition(":")
        self.socket = socket.create_connection((host, int(port)))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.socket.sendall((HEAD % (authority, base64.b64encode(os.urandom(16)).decode())).encode())
        self.file = self.socket.makefile("rb", READ_SIZE)
        while self.file.readline() != b"\r\n":
            pass

    def send(self, text: str) -> None:
        payload, key = text.encode(), os.urandom(4)
        size = len(payload)
        if size < 126:
            head = bytes((0x81, 0x80 | size)) + key
        elif size < 1 << 16:
            head = b"\x81\xfe" + size.to_bytes(2, "big") + key
        else:
            head = b"\x81\xff" + size.to_bytes(8, "big") + key
        mask = int.from_bytes((key * (size // 4 + 1))[:size], "little")
        self.socket.sendall(head + (int.from_bytes(payload, "little") ^ mask).to_bytes(size, "little"))

    def recv(self) -> str:
        read = self.file.read
        length = read(2)[1]
        if length >= 126:
            length = int.from_bytes(read(2 if length == 126 else 8), "big")
        text: str = read(length).decode()
        return text

    def close(self) -> None:
        self.file.close()
        self.socket.close()


class Realtime(Connection):
    """A connection for events of the Realtime API."""

    def append(self, audio: str) -> None:
        self.send(json.dumps({"type": "input_audio_buffer.append", "audio": audio}))

    def recv_delta(self) -> str:
        delta: str = json.loads(self.recv())["delta"]
        return delta
