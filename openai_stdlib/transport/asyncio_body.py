# SPDX-License-Identifier: MIT
"""The body of an answer under asyncio, read piece by piece, its content coding taken off. What `Body` is for threads.

Where a body ends is said in http1.py, what codings are in coding.py; asyncio_connection.py got the head before it.
"""

from __future__ import annotations

import asyncio

from .connection import DRAIN_TIMEOUT
from .decoders import ContentDecoder
from .http1 import body_reader

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Iterator, List, Optional

    from .asyncio_socket import NetworkStream
    from .connection import Timeouts
    from .http1 import ResponseHead


class AsyncResponseBody:
    """The body of an answer: an async iterator of bytes as they arrive, and `close`.

    Once its end has come, or when it is closed while only the end is missing, the link goes to `done` with True, for
    the next request; else it is closed and goes there with False. `close` may come while another task reads, which
    ends that read.
    """

    def __init__(
        self,
        link: NetworkStream,
        head: ResponseHead,
        method: str,
        initial_data: bytes,
        limits: Timeouts,
        on_release: Callable[[Any, bool], None],
        is_reusable: bool,
    ) -> None:
        self._stream: Optional[NetworkStream] = None
        self._limits = limits
        self._on_release = on_release
        self._loop = asyncio.get_running_loop()
        self._is_reusable = is_reusable
        try:
            self._framing: Any = body_reader(head.is_chunked, head.length(method))
        except BaseException:
            link.close()
            raise
        self._reading = self._closed = self._complete = False
        self._error_message = "the answer was closed before its end"  # told by a read for which there is nothing more
        self._pieces: List[bytes] = []
        self._stream = link
        if initial_data or self._framing.is_complete:
            piece = self._decode_framing(initial_data)
            if piece:
                self._pieces.append(piece)

    def __aiter__(self) -> AsyncResponseBody:
        return self

    async def __anext__(self) -> bytes:
        if self._pieces and not self._closed:
            return self._pieces.pop()
        while self._stream is not None:
            piece = self._decode_framing(await self._receive())
            if piece:
                return piece
        if self._complete:
            raise StopAsyncIteration
        raise ConnectionError(self._error_message)

    async def _receive(self) -> bytes:
        link: Any = self._stream
        self._reading = True
        try:
            link.socket_stream.set_read_timeout(self._limits.cap(self._limits.read))
            data: bytes = await link.receive()
        except BaseException as error:
            self._release(False)
            if self._closed and isinstance(error, OSError):
                raise ConnectionError("the answer was closed while it was read") from error
            raise
        finally:
            self._reading = False
        if self._closed:  # whoever closed it while it was read left the rest to the reader
            self._release(False)
            raise ConnectionError("the answer was closed before its end")
        return data

    def _decode_framing(self, data: bytes) -> bytes:
        """Return what of `data` is the body's, and free the link if that was the last of it, or is no body."""
        framing = self._framing
        try:
            if data or framing.is_complete:
                piece: bytes = framing.feed(data)
                if framing.is_complete:
                    self._complete = True
                    self._release(not framing.has_extra_data)
                return piece
            missing: str = framing.incomplete_reason()
        except ValueError as error:
            missing = "the answer isn't valid HTTP: {}".format(error)
        self._complete = not missing
        self._error_message = missing or self._error_message
        self._release(False)
        return b""

    def _release(self, reusable: bool) -> None:
        link, self._stream = self._stream, None
        if link is not None:
            self._release_connection(link, reusable and self._is_reusable)

    def _release_connection(self, link: NetworkStream, reusable: bool) -> None:
        reusable = reusable and not link.has_buffered_data
        if not reusable:
            link.close()
        self._on_release(link, reusable)

    async def close(self) -> None:
        """Free the link. May be called at any time, more than once."""
        if self._closed:
            return
        self._closed = True
        if self._pieces:
            self._complete = False
        if self._reading and self._stream is not None:
            self._stream.socket_stream.shutdown()
            return
        link, self._stream = self._stream, None
        if link is None:
            return
        reusable = False
        try:
            reusable = await self._try_drain(link)
        finally:
            self._release_connection(link, reusable)

    async def _try_drain(self, link: NetworkStream) -> bool:
        """Tell whether only the end of the body is missing, as after the last event of a stream."""
        if not self._is_reusable or self._pieces:
            return False
        try:
            link.socket_stream.set_read_timeout(DRAIN_TIMEOUT)
            data = await link.receive()
            return not self._framing.feed(data) and bool(self._framing.is_complete) and not self._framing.has_extra_data
        except (OSError, ValueError):
            return False

    def discard(self) -> None:
        """Close the link at once."""
        self._release(False)

    def __del__(self) -> None:
        link = getattr(self, "_stream", None)
        if link is not None:
            link.close()
            try:
                # Forgotten, perhaps with its loop, and found by whichever thread collects garbage.
                self._loop.call_soon_threadsafe(self._on_release, link, False)
            except RuntimeError:
                pass  # the loop is gone, and nobody waits in it


class DecodedBody:
    """A body with its content coding taken off."""

    def __init__(self, coding: str, body: AsyncResponseBody) -> None:
        self._body = body
        self._unpacker = ContentDecoder(coding)
        self._pieces: Iterator[bytes] = iter(())
        self._ended = False

    def __aiter__(self) -> DecodedBody:
        return self

    async def __anext__(self) -> bytes:
        while not self._ended:
            for piece in self._pieces:
                return piece
            try:
                self._pieces = self._unpacker.decode(await self._body.__anext__())
            except StopAsyncIteration:
                self._ended = True
                rest = self._unpacker.flush()
                if rest:
                    return rest
        raise StopAsyncIteration
