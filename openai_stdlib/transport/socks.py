# SPDX-License-Identifier: MIT
"""Ask a SOCKS5 proxy for a connection (RFC 1928), perhaps with a user name and password (RFC 1929). No I/O."""

from __future__ import annotations

import socket

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable, Generator, Optional, Tuple

    Steps = Generator[bytes, bytes, None]

VERSION = b"\x05"
NO_AUTHENTICATION, USERNAME_PASSWORD, NO_METHOD = 0, 2, 255  # methods of authentication
CONNECT = b"\x01\x00"  # the command, and a reserved byte
IPV4, NAME, IPV6 = 1, 3, 4  # types of addresses
FAILURES = {
    1: "general failure",
    2: "its rules do not allow this connection",
    3: "network unreachable",
    4: "host unreachable",
    5: "connection refused",
    6: "TTL expired",
    7: "command not supported",
    8: "address type not supported",
}


def negotiate_socks5(host: str, port: int, get_credentials: Callable[[], Optional[Tuple[bytes, bytes]]]) -> Steps:
    """Yield what to send to the proxy, b"" for nothing, and be sent what arrives, until `host:port` is connected.

    The proxy looks up a host that is a name. `get_credentials` returns user name and password, or None. Raises OSError
    if the proxy refuses, ConnectionError if it is no SOCKS5 proxy.
    """
    buffer = _Buffer()
    has_credentials = get_credentials() is not None
    methods = bytes([NO_AUTHENTICATION, USERNAME_PASSWORD] if has_credentials else [NO_AUTHENTICATION])
    version, method = yield from buffer.read(2, VERSION + bytes([len(methods)]) + methods)
    if version != VERSION[0]:
        raise ConnectionError("the proxy does not speak SOCKS5" + ("; is it an HTTP proxy?" if version == 72 else ""))
    if method == USERNAME_PASSWORD and has_credentials:
        _, status = yield from buffer.read(2, b"\x01" + b"".join(bytes([len(x)]) + x for x in get_credentials() or ()))
        if status:
            raise OSError("the proxy rejected the user name or password")
    elif method != NO_AUTHENTICATION:
        needs_password = not has_credentials and method in (USERNAME_PASSWORD, NO_METHOD)
        reason = "it requires a user name and password" if needs_password else "it accepts none of the methods offered"
        raise OSError("the proxy refused the authentication: " + reason)
    _, status, _, kind = yield from buffer.read(4, VERSION + CONNECT + _encode_address(host) + port.to_bytes(2, "big"))
    if status:
        raise OSError("the proxy refused the connection: " + FAILURES.get(status, "error {}".format(status)))
    if kind == NAME:
        (length,) = yield from buffer.read(1)
    elif kind in (IPV4, IPV6):
        length = 4 if kind == IPV4 else 16
    else:
        raise ConnectionError("the proxy sent an invalid SOCKS5 reply")
    yield from buffer.read(length + 2)  # its own address and port
    if buffer.data:
        raise ConnectionError("the proxy sent data after its reply")


class _Buffer:
    """The bytes that have arrived and are not consumed yet."""

    __slots__ = ("data",)

    def __init__(self) -> None:
        self.data = b""

    def read(self, count: int, outgoing: bytes = b"") -> Generator[bytes, bytes, bytes]:
        """Send `outgoing`, then return the next `count` bytes. Raises ConnectionError at the end of the connection."""
        while outgoing or len(self.data) < count:
            incoming = yield outgoing
            outgoing = b""
            if not incoming:
                raise ConnectionError("the proxy closed the connection during the SOCKS5 handshake")
            self.data += incoming
        result, self.data = self.data[:count], self.data[count:]
        return result


def _encode_address(host: str) -> bytes:
    for kind, family in ((IPV4, socket.AF_INET), (IPV6, socket.AF_INET6)):
        try:
            return bytes([kind]) + socket.inet_pton(family, host)
        except (OSError, ValueError):
            pass
    name = host.encode("ascii")
    if not 0 < len(name) < 256:
        raise ValueError("url: the host is longer than the 255 characters that SOCKS5 allows")
    return bytes([NAME, len(name)]) + name
