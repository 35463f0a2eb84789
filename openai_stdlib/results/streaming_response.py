# SPDX-License-Identifier: MIT
"""`APIResponse` and `AsyncAPIResponse`, the responses of `with_streaming_response`, whose body is read on demand.

A body can be read once: whole, in chunks, or as an event stream. Every way to read it raises the package's own errors
if the network fails, and never returns a truncated body as if it were complete.
"""

from __future__ import annotations

import time

from ..call.api_errors import connection_error
from ..call.chunkers import make_chunker
from ..call.drivers import BodyBuffer, should_stop_reading
from ..call.errors import StreamConsumedError
from ..call.exchange import Read
from .base_response import BaseResponse
from .binary import AtomicWriter, expected_length, with_progress

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, AsyncIterator, Iterator, Optional

    from ..call.message import Response
    from .binary import Progress


def _raise_if_closed(response: Response) -> None:
    """Raise StreamConsumedError if the body ended because it was closed; not every transport raises in that case."""
    if response.is_closed:
        raise StreamConsumedError("the response was closed while its body was read")


class APIResponse(BaseResponse):
    """HTTP response of a call, open until its `with` block is left. The body has not been read.

    Methods that read raise APITimeoutError or another APIConnectionError if the network fails, and StreamConsumedError
    if the body was already read in chunks, or closed. After `read`, `text`, `json` or `parse` the body is in memory
    and can be read again by any method.
    """

    def _chunks(self) -> Iterator[bytes]:
        """Yield the body in chunks as they arrive, and close it."""
        _, response, deadline = self._call_state
        chunks = response.detach_stream()
        try:
            for chunk in chunks:
                deadline.remaining()
                yield chunk
            _raise_if_closed(response)
        except OSError as error:
            failure = connection_error(deadline.name_in(error), self.http_request)
            raise failure from failure.__cause__
        finally:
            response.finished_at = time.monotonic()
            response.close()

    def _iter_chunks(self, unit: str, size: Optional[int] = None) -> Iterator[Any]:
        """Yield the body as "bytes", "text" or "lines"."""
        response = self.http_response
        chunker = make_chunker(unit, size, response.encoding)
        for chunk in (response.body,) if response.is_read else self._chunks():
            yield from chunker.decode(chunk)
        yield from chunker.flush()

    def iter_bytes(self, chunk_size: Optional[int] = None) -> Iterator[bytes]:
        """Yield the body in chunks of `chunk_size` bytes, or as the chunks arrive if it is None."""
        return self._iter_chunks("bytes", chunk_size)

    def iter_text(self, chunk_size: Optional[int] = None) -> Iterator[str]:
        """Yield the decoded body in chunks of `chunk_size` characters, or as the chunks arrive if it is None."""
        return self._iter_chunks("text", chunk_size)

    def iter_lines(self) -> Iterator[str]:
        """Yield the lines of the body as they arrive, without line endings."""
        return self._iter_chunks("lines")

    def read(self) -> bytes:
        """Read the whole body and return it. Raises APIError if it exceeds `max_response_bytes`."""
        call, response, _ = self._call_state
        if not response.is_read:
            effect, body = Read(response, call.settings.max_response_bytes), BodyBuffer()
            for chunk in self._chunks():
                should_stop_reading(effect, body.append(chunk))
            response.body, response.chunks = body.join(), ()
        return response.body

    def text(self) -> str:
        """Read the whole body and return it as text."""
        self.read()
        return self.http_response.text

    def json(self) -> Any:
        """Read the whole body and decode it as JSON, into plain dicts and lists. Raises ValueError if it is invalid."""
        self.read()
        return self.http_response.json()

    def parse(self, *, to: Any = None) -> Any:
        """Read the whole body and return the result, as `LegacyAPIResponse.parse` does. A stream is returned unread."""
        if not self._call_state[0].stream:
            self.read()
        return self._parse(to)

    def close(self) -> None:
        """Release the connection. May be called more than once and from any thread."""
        self.http_response.close()


class StreamedBinaryAPIResponse(APIResponse):
    """Response of an operation that returns bytes, which can be saved while they arrive."""

    _repr_name = "StreamedBinaryAPIResponse"

    def stream_to_file(
        self, file: Any, *, chunk_size: Optional[int] = None, progress: Optional[Progress] = None
    ) -> None:
        """Write the body to the path `file` as it arrives, in constant memory, replacing an existing file atomically.

        If the body is incomplete or writing fails, the error is raised and the file at `file` is unchanged. See
        `binary.AtomicWriter` for devices, pipes and objects with a `write` method. `progress(done, total)`, both in
        bytes, is called after each chunk; `total` is None if the headers do not give the length.
        """
        with AtomicWriter(file) as target:
            write = with_progress(target.write, expected_length(self.headers), progress)
            for chunk in self.iter_bytes(chunk_size):
                write(chunk)

    write_to_file = stream_to_file


class _AsyncChunks:
    """Asynchronous iterator over a response body.

    Not an async generator: one that is not exhausted would be finalized by its event loop, which may be gone by then.
    """

    def __init__(self, response: AsyncAPIResponse, unit: str, size: Optional[int] = None) -> None:
        self._response = response
        self._chunker = make_chunker(unit, size, response.http_response.encoding)
        self._ready: Iterator[Any] = iter(())
        self._source: Any = None
        self._exhausted = False

    def __aiter__(self) -> _AsyncChunks:
        return self

    async def __anext__(self) -> Any:
        while True:
            for chunk in self._ready:
                return chunk
            if self._exhausted:
                raise StopAsyncIteration
            received = await self._fetch()
            self._ready = iter(self._chunker.flush() if received is None else self._chunker.decode(received))

    async def _fetch(self) -> Optional[bytes]:
        """Return the next chunk as received, or None at the end of the body; the response is then closed."""
        _, response, deadline = self._response._call_state
        try:
            if self._source is None:
                self._source = _yield_once(response.body) if response.is_read else response.detach_stream().__aiter__()
            chunk: bytes = await self._source.__anext__()
            deadline.remaining()
            return chunk
        except StopAsyncIteration:
            if not response.is_read:
                _raise_if_closed(response)
                await self._close_response(response)
            self._exhausted = True
            return None
        except OSError as error:
            await self._close_response(response)
            failure = connection_error(error, self._response.http_request)
            raise failure from failure.__cause__

    async def _close_response(self, response: Response) -> None:
        self._exhausted, response.finished_at = True, time.monotonic()
        await response.close()


async def _yield_once(body: bytes) -> AsyncIterator[bytes]:
    yield body


class AsyncAPIResponse(BaseResponse):
    """Asynchronous version of `APIResponse`: await its methods, and use `async for` with those named `iter_…`."""

    _repr_name = "AsyncAPIResponse"

    def iter_bytes(self, chunk_size: Optional[int] = None) -> AsyncIterator[bytes]:
        """Yield the body in chunks of `chunk_size` bytes, or as the chunks arrive if it is None."""
        return _AsyncChunks(self, "bytes", chunk_size)

    def iter_text(self, chunk_size: Optional[int] = None) -> AsyncIterator[str]:
        """Yield the decoded body in chunks of `chunk_size` characters, or as the chunks arrive if it is None."""
        return _AsyncChunks(self, "text", chunk_size)

    def iter_lines(self) -> AsyncIterator[str]:
        """Yield the lines of the body as they arrive, without line endings."""
        return _AsyncChunks(self, "lines")

    async def read(self) -> bytes:
        """Read the whole body and return it. Raises APIError if it exceeds `max_response_bytes`."""
        call, response, _ = self._call_state
        if not response.is_read:
            effect, body = Read(response, call.settings.max_response_bytes), BodyBuffer()
            async for chunk in self.iter_bytes():
                should_stop_reading(effect, body.append(chunk))
            response.body, response.chunks = body.join(), ()
        return response.body

    async def text(self) -> str:
        """Read the whole body and return it as text."""
        await self.read()
        return self.http_response.text

    async def json(self) -> Any:
        """Read the whole body and decode it as JSON, into plain dicts and lists. Raises ValueError if it is invalid."""
        await self.read()
        return self.http_response.json()

    async def parse(self, *, to: Any = None) -> Any:
        """Read the whole body and return the result, as `LegacyAPIResponse.parse` does. A stream is returned unread."""
        if not self._call_state[0].stream:
            await self.read()
        return self._parse(to)

    async def close(self) -> None:
        """Release the connection. May be called more than once."""
        await self.http_response.close()


class AsyncStreamedBinaryAPIResponse(AsyncAPIResponse):
    """Asynchronous version of `StreamedBinaryAPIResponse`."""

    _repr_name = "AsyncStreamedBinaryAPIResponse"

    async def stream_to_file(
        self, file: Any, *, chunk_size: Optional[int] = None, progress: Optional[Progress] = None
    ) -> None:
        """Write the body to a file as `StreamedBinaryAPIResponse.stream_to_file` does.

        Each chunk is written in a thread, in which `progress` is called too.
        """
        from ..call.host_limits import run_in_thread

        with AtomicWriter(file) as target:
            write = with_progress(target.write, expected_length(self.headers), progress)
            async for chunk in self.iter_bytes(chunk_size):
                await run_in_thread(write, chunk)

    write_to_file = stream_to_file
