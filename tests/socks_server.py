# SPDX-License-Identifier: MIT
"""A SOCKS5 proxy (RFC 1928, RFC 1929) as a step for the scripted server of raw_server.py."""

from __future__ import annotations

import socket
from typing import Any, Callable

from .raw_server import forward

ADDRESS_SIZES = {1: 4, 4: 16}


def read(connection: Any, count: int) -> bytes:
    """Read exactly `count` bytes; end the script if the client closes."""
    data = b""
    while len(data) < count:
        received = connection.sock.recv(count - len(data))
        if not received:
            raise EOFError
        data += received
    return data


class SocksProxy:
    """A step that speaks SOCKS5 and then forwards to a port of 127.0.0.1, whatever server was asked for.

    `targets` has the host and port of each request, `logins` the user names and passwords. With `credentials`, only
    these are accepted.
    """

    def __init__(self, port: Callable[[], int], credentials: tuple[bytes, bytes] | None = None) -> None:
        self._forward = forward(port)
        self._credentials = credentials
        self.targets: list[tuple[str, int]] = []
        self.logins: list[tuple[bytes, bytes]] = []

    def __call__(self, connection: Any) -> None:
        version, count = read(connection, 2)
        methods = read(connection, count)
        assert version == 5
        method = 0 if self._credentials is None else 2
        if method not in methods:
            connection.sock.sendall(b"\x05\xff")
            return
        connection.sock.sendall(bytes([5, method]))
        if method == 2 and not self._log_in(connection):
            return
        version, command, reserved, kind = read(connection, 4)
        assert (version, command, reserved) == (5, 1, 0)
        self.targets.append((self._read_host(connection, kind), int.from_bytes(read(connection, 2), "big")))
        for byte in b"\x05\x00\x00\x03\x09localhost\x12\x34":  # in pieces, which a client must put together
            connection.sock.sendall(bytes([byte]))
        self._forward(connection)

    def _log_in(self, connection: Any) -> bool:
        version, size = read(connection, 2)
        user = read(connection, size)
        password = read(connection, read(connection, 1)[0])
        self.logins.append((user, password))
        is_accepted = (user, password) == self._credentials
        connection.sock.sendall(b"\x01" + (b"\x00" if is_accepted else b"\x07"))
        return version == 1 and is_accepted

    def _read_host(self, connection: Any, kind: int) -> str:
        if kind == 3:
            return read(connection, read(connection, 1)[0]).decode("ascii")
        family = socket.AF_INET if kind == 1 else socket.AF_INET6
        return socket.inet_ntop(family, read(connection, ADDRESS_SIZES[kind]))
