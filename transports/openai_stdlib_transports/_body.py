# SPDX-License-Identifier: MIT
"""Shared by all adapters: deadlines, and response bodies that may be closed by any thread or task.

Imports neither an HTTP library nor the core. Each adapter passes to a body the library's iterator, functions that
interrupt a read and release the connection, and its `map_exception`.
"""

from __future__ import annotations

import socket
import threading
import time
from contextlib import suppress

from ._fork import call_in_child

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import AsyncIterator, Awaitable, Callable, Iterator

CLOSED = "the response was closed before it was complete"


class Deadline:
    """The point in time at which an exchange must be complete: `seconds` from now, or never if None."""

    __slots__ = ("_expires_at",)

    def __init__(self, seconds: float | None) -> None:
        self._expires_at = None if seconds is None else time.monotonic() + seconds

    def cap(self, seconds: float | None) -> float | None:
        """Return `seconds`, but no more than remain until the deadline. Raises TimeoutError if none remain."""
        if self._expires_at is None:
            return seconds
        remaining = self._expires_at - time.monotonic()
        if remaining <= 0:
            raise TimeoutError("the call's deadline was exceeded")
        return remaining if seconds is None else min(seconds, remaining)


def shutdown_socket(sock: object) -> None:
    """End any read that waits on a socket, in whatever thread; do nothing if `sock` is not a socket.

    close() would wake no reader, and its file descriptor could be reused while the reader still waits on it.
    """
    if isinstance(sock, socket.socket):
        with suppress(OSError):
            # Not SSLSocket.shutdown(), which removes the TLS state while the reader uses it.
            socket.socket.shutdown(sock, socket.SHUT_RDWR)


def wrap_exception(cls: type[Exception], error: Exception) -> Exception:
    """Return a `cls` with the message of `error`, and `error` as its cause. Raise it outside the except clause."""
    wrapped = cls(str(error) or type(error).__name__)
    wrapped.__cause__ = error
    return wrapped


class ResponseBody:
    """The body of a response for one reader; `close` may be called from any thread, also while the reader waits.

    HTTP libraries do not support closing during a read (a connection may be put into the pool twice). So the holder of
    `_read_lock` releases the connection: `close` if nobody reads, otherwise the reader, once `interrupt` has ended its
    wait.
    """

    def __init__(
        self,
        chunks: Iterator[bytes],
        interrupt: Callable[[], None],
        release: Callable[[], None],
        map_exception: Callable[[Exception], Exception],
    ) -> None:
        self._chunks, self._interrupt, self._release = chunks, interrupt, release
        self._map_exception = map_exception
        self._read_lock = threading.Lock()
        self._exhausted = self._closed = self._released = False
        call_in_child(ResponseBody._disown, self)

    def _disown(self) -> None:
        """Leave the response to the parent process: never read from its connection, interrupt or release it."""
        self._read_lock = threading.Lock()
        self._exhausted, self._closed, self._released = False, True, True

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        try:
            with self._read_lock:
                chunk = self._read()
        finally:
            if self._closed:  # by another thread during the read, or because the read failed
                self._release_once()
        if chunk is None:
            raise StopIteration
        return chunk

    def _read(self) -> bytes | None:
        """Return the next chunk, None at the end of the body."""
        if self._exhausted:
            return None
        if self._closed:
            raise ConnectionError(CLOSED)
        intact, failure, chunk = False, None, None
        try:
            chunk = next(self._chunks, None)
            # When closed during the read, a body without a length seems to end here.
            intact = chunk is not None or not self._closed
        except Exception as error:
            failure = ConnectionError(CLOSED) if self._closed else self._map_exception(error)
        finally:
            self._closed = self._closed or not intact  # also after KeyboardInterrupt: the body must not look complete
        if not intact:
            raise failure or ConnectionError(CLOSED)  # outside the except clause: it may be the error's own cause
        self._exhausted = chunk is None
        return chunk

    def close(self) -> None:
        """Release the connection: to the pool if the body is complete, otherwise it is closed. Never waits."""
        self._closed = True
        if not self._release_once() and not self._exhausted:
            self._interrupt()

    def _release_once(self) -> bool:
        """Release the connection unless that was done. Return False if the reader holds the lock and will do it."""
        if not self._read_lock.acquire(blocking=False):
            return False
        try:
            if not self._released:
                self._released = True
                self._release()
        finally:
            self._read_lock.release()
        return True


class AsyncResponseBody:
    """The body of a response for one task; any task of the same loop may close it.

    `receive` waits for the next chunk and returns None at the end. When it is cancelled, it closes the connection.
    """

    def __init__(
        self,
        receive: Callable[[], Awaitable[bytes | None]],
        release: Callable[[], Awaitable[None]],
        map_exception: Callable[[Exception], Exception],
    ) -> None:
        self._receive, self._release, self._map_exception = receive, release, map_exception
        self._exhausted = self._closed = False
        call_in_child(AsyncResponseBody._disown, self)

    def _disown(self) -> None:
        async def release() -> None:
            """Do nothing: the connection is the parent's."""

        self._release, self._exhausted, self._closed = release, False, True

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self

    async def __anext__(self) -> bytes:
        if self._exhausted:
            raise StopAsyncIteration
        if self._closed:
            raise ConnectionError(CLOSED)
        try:
            chunk = await self._receive()
            if chunk is not None and not self._closed:
                return chunk
            self._exhausted = not self._closed  # when closed during the read, a body without a length seems to end here
            failure: Exception = StopAsyncIteration() if self._exhausted else ConnectionError(CLOSED)
        except Exception as error:
            failure = ConnectionError(CLOSED) if self._closed else self._map_exception(error)
        except BaseException:  # cancelled
            self._closed = True
            raise
        await self.close()
        raise failure

    async def close(self) -> None:
        """Release the connection: to the pool if the body is complete, otherwise it is closed."""
        self._closed = True
        await self._release()
