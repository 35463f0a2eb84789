# SPDX-License-Identifier: MIT
"""A socket that one thread reads while others write, with what was not sent yet. Independent of WebSockets."""

from __future__ import annotations

import select
import socket

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Optional, Union

    from .tls_layers import TLSLayers

RECEIVE_SIZE = 64 * 1024  # bytes received at once
MAX_WAIT = 86400.0  # seconds; a wait without a limit would make the socket blocking, for those who write, too


class NonBlockingSocket:
    """The socket of `open_socket(…, in_memory=True)`, which this object owns.

    `progress` counts how often the peer has made room after the network had taken no more.
    """

    def __init__(self, sock: socket.socket) -> None:
        self.progress: int = 0
        self._owner = sock  # with its TLS, if there is any
        self._tls: Optional[TLSLayers] = None
        unwrap = getattr(sock, "unwrap_layers", None)
        if unwrap is not None:
            from .tls_layers import TLSLayers

            sock, layers = unwrap()
            self._tls = TLSLayers(layers)
        self._sock = sock
        sock.setblocking(False)
        # A second object for the same descriptor, because the timeout of receiving belongs to the object.
        self._receiver = socket.socket(sock.family, sock.type, sock.proto, sock.fileno())
        self._receiver.settimeout(MAX_WAIT)
        self._unsent = bytearray()
        self._has_ended = False  # by the peer's TLS

    # For the thread that reads

    def set_timeout(self, seconds: Optional[float]) -> None:
        """Limit each wait of `receive` to `seconds`; None is no limit."""
        self._receiver.settimeout(MAX_WAIT if seconds is None else max(0.001, min(seconds, MAX_WAIT)))

    def receive(self, until_writable: bool = False) -> Optional[bytes]:
        """Wait for bytes, and return them; b"" if there are none yet, None at the end.

        With `until_writable`, the wait also ends when the network takes more. Raises socket.timeout, or another
        OSError.
        """
        if self._has_ended:
            return None
        if until_writable:
            is_readable = wait(self._receiver, True, True, self._receiver.gettimeout())
            if is_readable is None:
                raise socket.timeout("timed out")
            if not is_readable:
                return b""
        data = self._receiver.recv(RECEIVE_SIZE)
        if not data:
            return None
        return data if self._tls is None else self.decrypt(data)

    def decrypt(self, data: bytes) -> Optional[bytes]:
        """Return the plaintext of bytes that have arrived; None at the end. Raises OSError."""
        if self._tls is not None:
            data, self._has_ended = self._tls.decrypt(data)
        return None if self._has_ended and not data else data

    # For one thread at a time that writes

    @property
    def has_output(self) -> bool:
        """Whether there is something that could not be sent."""
        return bool(self._unsent) or self._tls is not None and self._tls.has_output

    def write(self, data: bytes) -> bool:
        """Send bytes as far as the network takes them now, after those of earlier calls; return whether that is all.

        Raises OSError.
        """
        if self._tls is not None:
            data = self._tls.encrypt(data)
        if self._unsent:
            self._unsent += data
            return self.flush()
        sent = self._send(data) if data else 0
        if sent == len(data):
            return True
        rest = memoryview(data)[sent:]
        while sent:
            sent = self._send(rest)
            rest = rest[sent:]
        self._unsent += rest
        return not self._unsent

    def flush(self) -> bool:
        """Send what earlier calls could not send; return whether that is all. Raises OSError."""
        while self._unsent:
            sent = self._send(self._unsent)
            if not sent:
                return False
            self.progress += 1
            del self._unsent[:sent]
        return True

    def _send(self, data: Union[bytes, bytearray, memoryview]) -> int:
        try:
            return self._sock.send(data)
        except (BlockingIOError, InterruptedError):
            return 0

    def wait_writable(self, seconds: Optional[float]) -> bool:
        """Wait until the network takes bytes; return False after `seconds` (None: no limit). Raises OSError."""
        return wait(self._sock, False, True, seconds) is not None

    # For any thread

    def shutdown_writing(self) -> None:
        """Tell the peer that nothing more will be sent."""
        self._shutdown(socket.SHUT_WR)

    def shutdown(self) -> None:
        """End the connection; threads that wait notice."""
        self._shutdown(socket.SHUT_RDWR)

    def _shutdown(self, how: int) -> None:
        try:
            socket.socket.shutdown(self._sock, how)
        except OSError:
            pass  # the connection has already ended

    def close(self) -> None:
        """Close the socket. No thread may be using it."""
        self._receiver.detach()
        self._owner.close()


def wait(sock: socket.socket, reads: bool, writes: bool, seconds: Optional[float]) -> Optional[bool]:
    """Wait until a socket can be read or written; return whether it can be read, None after `seconds`."""
    if not hasattr(select, "poll"):
        readable, writable, failed = select.select([sock] * reads, [sock] * writes, [sock], seconds)
        return bool(readable or failed) if readable or writable or failed else None
    poll = select.poll()
    poll.register(sock, select.POLLIN * reads | select.POLLOUT * writes)
    events = poll.poll(None if seconds is None else max(0, int(seconds * 1000)))
    return bool(events[0][1] & ~select.POLLOUT) if events else None
