# SPDX-License-Identifier: MIT
"""The body of a response under asyncio: the counterpart of `ResponseBody`, and its decoded form."""

from __future__ import annotations

import asyncio

from .connection import CLOSED, DRAIN_TIMEOUT
from .http1 import RemoteProtocolError, body_reader

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Awaitable, Callable, Iterator, List, Optional, Tuple

    from .asyncio_socket import NetworkStream
    from .connection import Timeouts
    from .decoders import ContentDecoder
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
            self.framing: Any = body_reader(head.is_chunked, head.length(method))
        except BaseException:
            stream.close()
            raise
        self._reading = self._closed = self._complete = False
        self._failure: Tuple[Any, str] = (ConnectionError, CLOSED)  # what a read after the release raises
        self._initial_chunks: List[bytes] = []  # at most one
        self._stream = stream
        if initial_data or self.framing.is_complete:
            chunk = self._decode_framing(initial_data)
            if chunk:
                self._initial_chunks.append(chunk)

    def __aiter__(self) -> AsyncResponseBody:
        return self

    def __anext__(self) -> Awaitable[bytes]:
        self.start_read()
        return self.receive()

    def start_read(self) -> None:
        """Start the read timeout: a byte of the content must arrive before it expires."""
        self._timeouts.start_read(self._timeouts.read)

    async def receive(self) -> bytes:
        """Return the next bytes without restarting the read timeout. Raises StopAsyncIteration at the end."""
        if self._initial_chunks and not self._closed:
            return self._initial_chunks.pop()
        while self._stream is not None:
            chunk = self._decode_framing(await self._receive())
            if chunk:
                return chunk
        if self._complete:
            raise StopAsyncIteration
        cls, message = self._failure
        raise cls(message)

    async def _receive(self) -> bytes:
        stream: Any = self._stream
        self._reading = True
        try:
            stream.socket_stream.set_read_timeout(self._timeouts.remaining_read())
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
        framing = self.framing
        try:
            if data or framing.is_complete:
                chunk: bytes = framing.feed(data)
                if framing.is_complete:
                    self._complete = True
                    self._release(not framing.has_extra_data)
                return chunk
            reason: str = framing.incomplete_reason()
            self._complete = not reason
            if reason:
                self._failure = ConnectionError, reason
        except RemoteProtocolError as error:
            self._failure = RemoteProtocolError, str(error)
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
            return not self.framing.feed(data) and bool(self.framing.is_complete) and not self.framing.has_extra_data
        except (OSError, ValueError):
            return False

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
    """A body without its content codings."""

    def __init__(self, decoder: ContentDecoder, body: AsyncResponseBody) -> None:
        self._body = body
        self._decoder = decoder
        self._chunks: Iterator[bytes] = iter(())
        self._exhausted = False

    def __aiter__(self) -> DecodedBody:
        return self

    async def __anext__(self) -> bytes:
        for chunk in self._chunks:
            return chunk
        self._body.start_read()
        while not self._exhausted:
            try:
                self._chunks = self._decoder.decode(await self._body.receive())
            except StopAsyncIteration:
                self._exhausted = True
                self._decoder.finish()
                break
            for chunk in self._chunks:
                return chunk
        raise StopAsyncIteration
