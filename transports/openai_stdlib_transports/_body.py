# SPDX-License-Identifier: MIT
"""What every adapter needs and no HTTP library offers: a deadline, and bodies that any thread or task may close.

No library is imported here and nothing of the core. Each adapter hands a ``Body`` the library's own iterator, a way to
wake a waiting read, a way to close, and its table of errors.
"""

from __future__ import annotations

import socket
import threading
import time
from contextlib import suppress

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import AsyncIterator, Awaitable, Callable, Iterator

CLOSED = "the response was closed before its end"


class Deadline:
    """The moment at which a whole exchange must be over; `seconds` from now, or None for never."""

    __slots__ = ("_at",)

    def __init__(self, seconds: float | None) -> None:
        self._at = None if seconds is None else time.monotonic() + seconds

    def cap(self, limit: float | None) -> float | None:
        """Return the shorter of `limit` and the seconds left; TimeoutError when none are left."""
        if self._at is None:
            return limit
        left = self._at - time.monotonic()
        if left <= 0:
            raise TimeoutError("the deadline of the whole exchange has passed")
        return left if limit is None else min(limit, left)


def shutdown_socket(connection: object) -> None:
    """End every read that waits on a socket, whichever thread it waits in; anything but a socket is left alone.

    close() would not do: it wakes nobody, and the number of the file could be given out again under the reader.
    """
    if isinstance(connection, socket.socket):
        with suppress(OSError):
            # Not SSLSocket.shutdown(): that takes the TLS state away while the reader is inside it.
            socket.socket.shutdown(connection, socket.SHUT_RDWR)


def wrap_exception(kind: type[Exception], error: Exception) -> Exception:
    """Make the builtin error `kind` from a library's error: raise it outside of the except clause."""
    new = kind(str(error) or type(error).__name__)
    new.__cause__ = error
    return new


class Body:
    """Bytes of a response for one reader; `close` may be called from any thread, also while the reader waits.

    Libraries don't survive being closed under a read (a connection may enter the pool twice), so whoever holds `_turn`
    does the closing: `close` when nobody reads, else the reader itself once `wake` has ended its wait.
    """

    def __init__(
        self,
        pieces: Iterator[bytes],
        wake: Callable[[], None],
        release: Callable[[], None],
        translate: Callable[[Exception], Exception],
    ) -> None:
        self._pieces, self._wake, self._release, self._translate = pieces, wake, release, translate
        self._read_lock = threading.Lock()
        self._exhausted = self._closed = self._released = False

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        try:
            with self._read_lock:
                piece = self._read()
        finally:
            if self._closed:  # close() came while we were reading, or reading failed
                self._release_once()
        if piece is None:
            raise StopIteration
        return piece

    def _read(self) -> bytes | None:
        if self._exhausted:
            return None
        if self._closed:
            raise ConnectionError(CLOSED)
        intact, failure, piece = False, None, None
        try:
            piece = next(self._pieces, None)
            intact = piece is not None or not self._closed  # cut off, a body without a length must not look whole
        except Exception as error:
            failure = ConnectionError(CLOSED) if self._closed else self._translate(error)
        finally:
            self._closed = self._closed or not intact  # also after a KeyboardInterrupt: no end that looks whole
        if not intact:
            raise failure or ConnectionError(CLOSED)  # not in the except clause: it may be the cause of what it is from
        self._exhausted = piece is None
        return piece

    def close(self) -> None:
        """Let go of the connection: to the pool when the body is over, else it is closed. Never waits for a reader."""
        self._closed = True
        if not self._release_once() and not self._exhausted:
            self._wake()

    def _release_once(self) -> bool:
        """Release once, unless someone holds the turn: then return False, and they will do it."""
        if not self._read_lock.acquire(blocking=False):
            return False
        try:
            if not self._released:
                self._released = True
                self._release()
        finally:
            self._read_lock.release()
        return True


class AsyncBody:
    """Bytes of a response for one task; any task of the same loop may close it.

    `receive` waits for the next piece, None at the end; when it is cancelled, the connection is closed already.
    """

    def __init__(
        self,
        receive: Callable[[], Awaitable[bytes | None]],
        release: Callable[[], Awaitable[None]],
        translate: Callable[[Exception], Exception],
    ) -> None:
        self._receive, self._release, self._translate = receive, release, translate
        self._over = self._closed = False

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self

    async def __anext__(self) -> bytes:
        if self._over:
            raise StopAsyncIteration
        if self._closed:
            raise ConnectionError(CLOSED)
        try:
            piece = await self._receive()
            if piece is not None and not self._closed:
                return piece
            self._over = not self._closed  # cut off, a body without a length must not look whole
            failure: Exception = StopAsyncIteration() if self._over else ConnectionError(CLOSED)
        except Exception as error:
            failure = ConnectionError(CLOSED) if self._closed else self._translate(error)
        except BaseException:  # cancelled
            self._closed = True
            raise
        await self.close()
        raise failure

    async def close(self) -> None:
        """Let go of the connection: to the pool when the body is over, else it is closed."""
        self._closed = True
        await self._release()
