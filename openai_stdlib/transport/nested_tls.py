# SPDX-License-Identifier: MIT
"""TLS over memory BIOs: within the TLS to an https:// proxy, and for WebSockets. Imported only for these.

`SSLContext.wrap_socket` replaces the TLS of a socket that has some already, and its sockets cannot send while another
thread receives. This socket uses memory BIOs instead.
"""

from __future__ import annotations

import socket
import ssl

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, List, Optional, Tuple

    from .pool import Countdown
    from .tls_layers import Layer

CHUNK_SIZE = 64 * 1024  # bytes received from the outer TLS at once
RECORD_SIZE = 16 * 1024  # bytes encrypted at once: one TLS record


class NestedTLSSocket(socket.socket):
    """A socket whose data is encrypted, and sent over the socket `outer`, which it owns and which may have TLS itself.

    It has the descriptor of `outer`, so that it can be polled and shut down like any other.
    """

    def __init__(self, outer: socket.socket, context: ssl.SSLContext, host: str, countdown: Countdown) -> None:
        super().__init__(outer.family, outer.type, outer.proto, outer.fileno())
        self._outer = outer
        self._countdown: Optional[Countdown] = countdown
        self._incoming, self._outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        self._tls = context.wrap_bio(self._incoming, self._outgoing, server_hostname=host)

    def do_handshake(self) -> None:
        """Perform the TLS handshake within the time of the countdown."""
        self._run(self._tls.do_handshake)
        self._countdown = None

    def recv_into(self, buffer: Any, nbytes: int = 0, flags: int = 0) -> int:
        """Wait for bytes and return their number, 0 at the end of the connection."""
        try:
            return int(self._run(self._tls.read, nbytes or len(buffer), buffer))
        except (ssl.SSLZeroReturnError, ssl.SSLEOFError):
            return 0  # without a close_notify too: the framing of the body detects a truncation

    def recv(self, bufsize: int, flags: int = 0) -> bytes:
        """Wait for bytes and return them, b"" at the end of the connection."""
        buffer = bytearray(bufsize)
        return bytes(buffer[: self.recv_into(buffer)])

    def send(self, data: Any, flags: int = 0) -> int:
        """Send one record, and return the number of bytes in it."""
        return int(self._run(self._tls.write, memoryview(data).cast("B")[:RECORD_SIZE]))

    def sendall(self, data: Any, flags: int = 0) -> None:
        """Send all of `data`."""
        unsent = memoryview(data).cast("B")
        while unsent:
            unsent = unsent[self.send(unsent) :]

    def _run(self, operation: Callable[..., Any], *args: Any) -> Any:
        """Perform a TLS operation, with what it sends and receives. Raises OSError."""
        while True:
            is_complete = True
            try:
                result = operation(*args)
            except ssl.SSLWantReadError:
                is_complete = False
            except OSError:
                self._flush()  # the alert (RFC 8446 §6), so that the server's log shows why the handshake failed
                raise
            self._flush()
            if is_complete:
                return result  # pyright: ignore[reportPossiblyUnboundVariable]
            self._apply_countdown()
            data = self._outer.recv(CHUNK_SIZE)
            if data:
                self._incoming.write(data)
            else:
                self._incoming.write_eof()

    def _flush(self) -> None:
        while self._outgoing.pending:
            self._apply_countdown()
            self._outer.sendall(self._outgoing.read())

    def _apply_countdown(self) -> None:
        if self._countdown is not None:
            self.settimeout(self._countdown.remaining())

    def unwrap_layers(self) -> Tuple[socket.socket, List[Layer]]:
        """Return the socket below all TLS over memory BIOs, and the layers, this one first."""
        layer = (self._tls, self._incoming, self._outgoing)
        if not isinstance(self._outer, NestedTLSSocket):
            return self._outer, [layer]
        sock, layers = self._outer.unwrap_layers()
        return sock, [layer] + layers

    def settimeout(self, value: Optional[float]) -> None:
        """Limit each wait to `value` seconds; None means no limit."""
        super().settimeout(value)
        self._outer.settimeout(value)

    def _real_close(self) -> None:
        # Called by socket.socket once neither the socket nor a file over it is open any longer.
        self.detach()  # the descriptor belongs to the outer socket
        self._outer.close()
