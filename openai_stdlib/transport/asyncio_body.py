# SPDX-License-Identifier: MIT
"""The body of a response under asyncio: the counterpart of `ResponseBody`, and the decoding of content codings."""

from __future__ import annotations

import asyncio

from .connection import CLOSED, DRAIN_TIMEOUT
from .decoders import ContentDecoder
from .http1 import body_reader

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Iterator, List, Optional

    from .asyncio_socket import NetworkStream
    from .connection import Timeouts
    from .http1 import ResponseHead


class AsyncResponseBody:
    """The body of a response: an async iterator of its bytes as they arrive, and `close`.

    `on_release(stream, reusable)` is called once. `reusable` is True once the body is complete, or if only its
    terminator is outstanding at `close`; otherwise the stream has been closed. `close` may be called while another task
    reads, which ends that read.
    """

    def __init__(
        self,
        stream: NetworkStream,
        head: ResponseHead,
        method: str,
        initial_data: bytes,
        timeouts: Timeouts,
        on_release: Callable[[Any, bool], None],
        is_reusable: bool,
    ) -> None:
        self._stream: Optional[NetworkStream] = None
        self._timeouts = timeouts
        self._on_release = on_release
        self._loop = asyncio.get_running_loop()
        self._is_reusable = is_reusable
        try:
            self._framing: Any = body_reader(head.is_chunked, head.length(method))
        except BaseException:
            stream.close()
            raise
        self._reading = self._closed = self._complete = False
        self._error_message = CLOSED  # raised by a read after the stream was released
        self._initial_chunks: List[bytes] = []  # at most one
        self._stream = stream
        if initial_data or self._framing.is_complete:
            chunk = self._decode_framing(initial_data)
            if chunk:
                self._initial_chunks.append(chunk)

    def __aiter__(self) -> AsyncResponseBody:
        return self

    async def __anext__(self) -> bytes:
        if self._initial_chunks and not self._closed:
            return self._initial_chunks.pop()
        while self._stream is not None:
            chunk = self._decode_framing(await self._receive())
            if chunk:
                return chunk
        if self._complete:
            raise StopAsyncIteration
        raise ConnectionError(self._error_message)

    async def _receive(self) -> bytes:
        stream: Any = self._stream
        self._reading = True
        try:
            stream.socket_stream.set_read_timeout(self._timeouts.cap(self._timeouts.read))
            data: bytes = await stream.receive()
        except BaseException as error:
            self._release(False)
            if self._closed and isinstance(error, OSError):
                raise ConnectionError(CLOSED) from error
            raise
        finally:
            self._reading = False
        if self._closed:  # by another task during the read: releasing the stream is left to the reader
            self._release(False)
            raise ConnectionError(CLOSED)
        return data

    def _decode_framing(self, data: bytes) -> bytes:
        """Return the bytes of the body in `data`; release the stream if the body is complete, invalid or cut off."""
        framing = self._framing
        try:
            if data or framing.is_complete:
                chunk: bytes = framing.feed(data)
                if framing.is_complete:
                    self._complete = True
                    self._release(not framing.has_extra_data)
                return chunk
            message: str = framing.incomplete_reason()
        except ValueError as error:
            message = "invalid HTTP response: {}".format(error)
        self._complete = not message
        self._error_message = message or self._error_message
        self._release(False)
        return b""

    def _release(self, reusable: bool) -> None:
        stream, self._stream = self._stream, None
        if stream is not None:
            self._release_connection(stream, reusable and self._is_reusable)

    def _release_connection(self, stream: NetworkStream, reusable: bool) -> None:
        reusable = reusable and not stream.has_buffered_data
        if not reusable:
            stream.close()
        self._on_release(stream, reusable)

    async def close(self) -> None:
        """Release the connection. May be called at any time, more than once."""
        if self._closed:
            return
        self._closed = True
        if self._initial_chunks:
            self._complete = False
        if self._reading and self._stream is not None:
            self._stream.socket_stream.shutdown()
            return
        stream, self._stream = self._stream, None
        if stream is None:
            return
        reusable = False
        try:
            reusable = await self._try_drain(stream)
        finally:
            self._release_connection(stream, reusable)

    async def _try_drain(self, stream: NetworkStream) -> bool:
        """Return whether only the terminator of the body was outstanding, as after the last event of a stream."""
        if not self._is_reusable or self._initial_chunks:
            return False
        try:
            stream.socket_stream.set_read_timeout(DRAIN_TIMEOUT)
            data = await stream.receive()
            return not self._framing.feed(data) and bool(self._framing.is_complete) and not self._framing.has_extra_data
        except (OSError, ValueError):
            return False

    def discard(self) -> None:
        """Close the connection at once."""
        self._release(False)

    def __del__(self) -> None:
        stream = getattr(self, "_stream", None)
        if stream is not None:
            stream.close()
            try:
                # Garbage collection may run in any thread.
                self._loop.call_soon_threadsafe(self._on_release, stream, False)
            except RuntimeError:
                pass  # the loop is closed, so nothing waits in it for a permit


class DecodedBody:
    """A body with its content coding removed."""

    def __init__(self, coding: str, body: AsyncResponseBody) -> None:
        self._body = body
        self._decoder = ContentDecoder(coding)
        self._chunks: Iterator[bytes] = iter(())
        self._exhausted = False

    def __aiter__(self) -> DecodedBody:
        return self

    async def __anext__(self) -> bytes:
        while not self._exhausted:
            for chunk in self._chunks:
                return chunk
            try:
                self._chunks = self._decoder.decode(await self._body.__anext__())
            except StopAsyncIteration:
                self._exhausted = True
                remaining = self._decoder.flush()
                if remaining:
                    return remaining
        raise StopAsyncIteration
