# SPDX-License-Identifier: MIT
"""The TLS of an open connection without I/O: bytes of the network in, plaintext out, and the reverse.

For connections that send and receive at the same time. Python's own TLS sockets don't do that: in some versions,
sending waits until a pending receive ends.
"""

from __future__ import annotations

import ssl
from _thread import allocate_lock

from .pool import call_in_child

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import List, Tuple

    Layer = Tuple[ssl.SSLObject, ssl.MemoryBIO, ssl.MemoryBIO]  # the TLS, what it reads from, what it writes to

READ_SIZE = 64 * 1024  # bytes of plaintext at once


class TLSLayers:
    """The layers of TLS of a connection, the one of the server first, then that of an https proxy.

    One thread may encrypt while another one decrypts.
    """

    def __init__(self, layers: List[Layer]) -> None:
        self._layers = layers
        self._reset_after_fork()
        call_in_child(TLSLayers._reset_after_fork, self)

    def _reset_after_fork(self) -> None:
        self._lock = allocate_lock()

    def encrypt(self, data: bytes) -> bytes:
        """Return what must be sent for `data`, after what `encrypt` has returned before. Raises OSError."""
        with self._lock:
            for tls, _, outgoing in self._layers:
                unsent = memoryview(data)
                while unsent:
                    unsent = unsent[tls.write(unsent) :]  # one record at a time
                data = outgoing.read()
            return data

    @property
    def has_output(self) -> bool:
        """Whether a layer answers what it has received, such as a new key; `encrypt(b"")` returns that, too."""
        return any(outgoing.pending for _, _, outgoing in self._layers)

    def decrypt(self, data: bytes) -> Tuple[bytes, bool]:
        """Return the plaintext of received bytes, and whether the peer has ended the connection. Raises OSError."""
        has_ended = False
        with self._lock:
            for tls, incoming, _ in reversed(self._layers):
                incoming.write(data)
                chunks: List[bytes] = []
                try:
                    while True:
                        chunk = tls.read(READ_SIZE)
                        if not chunk:
                            has_ended = True
                            break
                        chunks.append(chunk)
                except ssl.SSLWantReadError:
                    pass
                except (ssl.SSLZeroReturnError, ssl.SSLEOFError):
                    has_ended = True
                data = chunks[0] if len(chunks) == 1 else b"".join(chunks)
        return data, has_ended
