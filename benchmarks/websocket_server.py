# SPDX-License-Identifier: MIT
"""The WebSocket part of the benchmark server: it counts the messages of a client, and answers those that are commands.

`burst` requests many small events, `large` a large one, `echo` one small event, and `count` the numbers of the messages
and bytes since the last `count`. Events are prebuilt frames. The module is imported with the first connection.
"""

import base64
import hashlib
import socket
import struct
from typing import BinaryIO, Tuple

from server_responses import BURST, large_event, small_event

GUID = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"  # RFC 6455
TEXT, CLOSE, PING, PONG = 1, 8, 9, 10
MAX_COMMAND = 8  # bytes
HEAD = (
    "HTTP/1.1 101 Switching Protocols\r\n"
    "Upgrade: websocket\r\n"
    "Connection: Upgrade\r\n"
    "x-request-id: req_0a1b2c3d4e5f60718293a4b5c6d7e8f9\r\n"
    "Sec-WebSocket-Accept: %s\r\n"
    "\r\n"
)


def serve(connection: socket.socket, head: bytes) -> None:
    """Serve one connection, after the head of its request, until the client closes it."""
    connection.sendall((HEAD % accept_value(head)).encode())
    count = size = 0
    with connection.makefile("rb") as file:
        while True:
            opcode, payload, length = read_frame(file)
            if opcode == CLOSE:
                connection.sendall(encode_frame(CLOSE, payload))
                return
            if opcode == PING:
                connection.sendall(encode_frame(PONG, payload))
            elif payload == b"count":
                connection.sendall(encode_frame(TEXT, b"%d %d" % (count, size)))
                count = size = 0
            elif payload in ANSWERS:
                connection.sendall(ANSWERS[payload])
            elif opcode != PONG:
                count, size = count + 1, size + length


def accept_value(head: bytes) -> str:
    """Return the proof that the server has understood the request."""
    fields = {}
    for line in head.split(b"\r\n")[1:]:
        name, _, value = line.partition(b":")
        fields[name.lower()] = value.strip()
    return base64.b64encode(hashlib.sha1(fields[b"sec-websocket-key"] + GUID).digest()).decode()


def read_frame(file: BinaryIO) -> Tuple[int, bytes, int]:
    """Read a masked frame: its opcode, its payload if that is short or of a control frame, and its length."""
    first, second = read(file, 2)
    length = second & 0x7F
    if length >= 126:
        (length,) = struct.unpack(">H" if length == 126 else ">Q", read(file, 2 if length == 126 else 8))
    key, payload, opcode = read(file, 4), read(file, length), first & 0x0F
    if opcode < CLOSE and length > MAX_COMMAND:
        return opcode, b"", length
    return opcode, bytes(byte ^ key[index % 4] for index, byte in enumerate(payload)), length


def read(file: BinaryIO, size: int) -> bytes:
    """Read exactly `size` bytes."""
    data = file.read(size)
    if len(data) < size:
        raise ConnectionError("the client has closed the connection")
    return data


def encode_frame(opcode: int, payload: bytes) -> bytes:
    """Return an unmasked frame."""
    size = len(payload)
    if size < 126:
        return bytes((0x80 | opcode, size)) + payload
    if size < 1 << 16:
        return struct.pack(">BBH", 0x80 | opcode, 126, size) + payload
    return struct.pack(">BBQ", 0x80 | opcode, 127, size) + payload


ANSWERS = {
    b"burst": b"".join(encode_frame(TEXT, small_event(number).encode()) for number in range(BURST)),
    b"large": encode_frame(TEXT, large_event().encode()),
    b"echo": encode_frame(TEXT, small_event(0).encode()),
}
