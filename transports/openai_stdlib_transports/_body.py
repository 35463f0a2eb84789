# SPDX-License-Identifier: MIT
"""Shared by all adapters: response bodies that may be closed by any thread or task.

Imports neither an HTTP library nor the core. Each adapter passes to a body the library's iterator of bytes as they were
sent, functions that interrupt a read and release the connection, and its `map_exception`.
"""

from __future__ import annotations

import threading

from ._deadline import DEADLINE_EXCEEDED
from ._fork import call_in_child

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import AsyncIterator, Awaitable, Callable, Iterator

    from ._decoders import ContentDecoder

CLOSED = "the response was closed before it was complete"


def wrap_exception(cls: type[Exception], error: Exception) -> Exception:
    """Return a `cls` with the message of `error`, and `error` as its cause. Raise it outside the except clause.

    A ValueError has no cause: it reaches the program as it is, and `error` may refer to the request with its headers.
    """
    wrapped = cls(str(error) or type(error).__name__)
    wrapped.__cause__ = None if cls is ValueError else error
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
        self._exhausted = self._closed = self._expired = False
        self.is_released = False
        self.on_release: Callable[[], None] | None = None  # called once the connection is released
        call_in_child(ResponseBody._disown, self)

    def _disown(self) -> None:  # pragma: no cover  # runs in forked children
        """Leave the response to the parent process: never read from its connection, interrupt or release it."""
        self._read_lock = threading.Lock()
        self._exhausted, self._closed, self.is_released = False, True, True

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
            raise self._closed_error()
        intact, failure, chunk = False, None, None
        try:
            chunk = next(self._chunks, None)
            # When closed during the read, a body without a length seems to end here.
            intact = chunk is not None or not self._closed
        except Exception as error:
            failure = None if self._closed else self._map_exception(error)
        finally:
            self._closed = self._closed or not intact  # also after KeyboardInterrupt: the body must not look complete
        if not intact:
            raise failure or self._closed_error()  # outside the except clause: it may be the error's own cause
        self._exhausted = chunk is None
        return chunk

    def _closed_error(self) -> Exception:
        return TimeoutError(DEADLINE_EXCEEDED) if self._expired else ConnectionError(CLOSED)

    def expire(self) -> None:
        """Close the body because the deadline has passed: a read that waits raises TimeoutError."""
        self._expired = True
        self.close()

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
            if not self.is_released:
                self.is_released = True
                self._release()
                if self.on_release is not None:
                    self.on_release()
        finally:
            self._read_lock.release()
        return True


def decode_chunks(chunks: Iterator[bytes], decoder: ContentDecoder | None) -> Iterator[bytes]:
    """Return an iterator of the chunks without their content codings."""
    return chunks if decoder is None else _decode_chunks(chunks, decoder)


def _decode_chunks(chunks: Iterator[bytes], decoder: ContentDecoder) -> Iterator[bytes]:
    for chunk in chunks:
        yield from decoder.decode(chunk)
    yield from decoder.decode(None)


class AsyncResponseBody:
    """The body of a response for one task; any task of the same loop may close it.

    `receive` waits for the next chunk as it was sent and returns None at the end. When it is cancelled, it closes the
    connection. `decoder` removes the content codings, if there are any.
    """

    def __init__(
        self,
        receive: Callable[[], Awaitable[bytes | None]],
        release: Callable[[], Awaitable[None]],
        map_exception: Callable[[Exception], Exception],
        decoder: ContentDecoder | None,
    ) -> None:
        self._receive, self._release, self._map_exception = receive, release, map_exception
        self._decoder = decoder
        self._decoded: Iterator[bytes] = iter(())  # of the last chunk
        self._received_all = False
        self._exhausted = self._closed = False
        call_in_child(AsyncResponseBody._disown, self)

    def _disown(self) -> None:  # pragma: no cover  # runs in forked children
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
            chunk = await (self._receive() if self._decoder is None else self._receive_decoded(self._decoder))
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

    async def _receive_decoded(self, decoder: ContentDecoder) -> bytes | None:
        while True:
            for decoded in self._decoded:
                return decoded
            if self._received_all:
                return None
            chunk = await self._receive()
            self._received_all = chunk is None
            self._decoded = decoder.decode(chunk)

    async def close(self) -> None:
        """Release the connection: to the pool if the body is complete, otherwise it is closed."""
        self._closed = True
        await self._release()
