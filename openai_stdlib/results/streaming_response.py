# SPDX-License-Identifier: MIT
"""What `with_streaming_response` opens: `APIResponse` and `AsyncAPIResponse`, whose body is read as it is asked for.

A body is read once: whole, in pieces, or as a stream of events. What the network does to it while it is read becomes
an error of the tree, as everywhere, and a body that was cut off is one, never a short body that looks whole.
Neighbours: raw.py has what all responses tell; binary.py says how a body gets to disk.
"""

from __future__ import annotations

import time

from ..call.api_errors import connection_error
from ..call.chunkers import make_chunker
from ..call.drivers import should_stop_reading
from ..call.errors import StreamConsumedError
from ..call.exchange import MAX_BODY_BYTES, Read
from .binary import AtomicWriter, expected_length, with_progress
from .raw_response import BaseResponse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, AsyncIterator, Dict, Iterator, Optional

    from ..call.message import Response
    from .binary import Progress


def _raise_if_closed(reply: Response) -> None:
    """Raise StreamConsumedError if a body ended because it was closed, which not every transport tells."""
    if reply.is_closed:
        raise StreamConsumedError("the response was closed while its body was read")


class APIResponse(BaseResponse):
    """The HTTP answer of a call, its body unread; open until the `with` that gave it is left.

    Whatever reads raises APITimeoutError or another APIConnectionError when the network fails, and
    StreamConsumedError when the body was read in pieces before, or closed. After `read`, `text`, `json` or `parse` the
    body is in memory, and can be had again in every way.
    """

    def _chunks(self) -> Iterator[bytes]:
        """Yield the body as it comes, and close it."""
        _, reply, clock = self._call_state
        chunks = reply.detach_stream()
        try:
            for chunk in chunks:
                clock.remaining()
                yield chunk
            _raise_if_closed(reply)
        except OSError as error:
            failure = connection_error(error, self.http_request)
            raise failure from failure.__cause__
        finally:
            reply.finished_at = time.monotonic()
            reply.close()

    def _cut(self, kind: str, size: Optional[int] = None) -> Iterator[Any]:
        reply = self.http_response
        cut = make_chunker(kind, size, reply.encoding)
        for chunk in (reply.body,) if reply.is_read else self._chunks():
            yield from cut.decode(chunk)
        yield from cut.flush()

    def iter_bytes(self, chunk_size: Optional[int] = None) -> Iterator[bytes]:
        """Yield the body in pieces of `chunk_size` bytes; as they arrive if it is None."""
        return self._cut("bytes", chunk_size)

    def iter_text(self, chunk_size: Optional[int] = None) -> Iterator[str]:
        """Yield the body as text, in pieces of `chunk_size` characters; as they arrive if it is None."""
        return self._cut("text", chunk_size)

    def iter_lines(self) -> Iterator[str]:
        """Yield the lines of the body as they arrive, without their ends."""
        return self._cut("lines")

    def read(self) -> bytes:
        """Read the body whole and return it."""
        _, reply, clock = self._call_state
        if not reply.is_read:
            effect, chunks, size = Read(reply, MAX_BODY_BYTES), [], 0
            for chunk in self._chunks():
                chunks.append(chunk)
                size += len(chunk)
                should_stop_reading(effect, size, clock)
            reply.body, reply.chunks = b"".join(chunks), ()
        return reply.body

    def text(self) -> str:
        """Read the body whole and return it as text."""
        self.read()
        return self.http_response.text

    def json(self) -> Any:
        """Read the body whole and decode it as JSON, into plain dicts and lists. Raises ValueError."""
        self.read()
        return self.http_response.json()

    def parse(self, *, to: Any = None) -> Any:
        """Read the body whole and return the answer, as `LegacyAPIResponse.parse` does; a stream isn't read here."""
        if not self._call_state[0].stream:
            self.read()
        return self._parse(to)

    def close(self) -> None:
        """Free the connection. May be called more than once, from any thread."""
        self.http_response.close()


class StreamedBinaryAPIResponse(APIResponse):
    """The answer of a call for bytes, which can go to disk as they arrive."""

    _repr_name = "StreamedBinaryAPIResponse"

    def stream_to_file(
        self, file: Any, *, chunk_size: Optional[int] = None, progress: Optional[Progress] = None
    ) -> None:
        """Write the body to the file at the path `file` as it arrives, replacing it; memory stays as it is.

        The file gets its name when the body is whole. If it breaks off, or writing fails, nothing new is at `file`,
        what was there is there still, and the error is raised. See `binary.AtomicWriter` for what isn't a plain file.
        `progress(done, total)`, in bytes, is called after each piece; `total` is None where the head doesn't tell it.
        """
        with AtomicWriter(file) as target:
            write = with_progress(target.write, expected_length(self.headers), progress)
            for piece in self.iter_bytes(chunk_size):
                write(piece)

    write_to_file = stream_to_file


class _AsyncChunks:
    """The pieces of an async response's body. No async generator, which would outlive a loop that was left early."""

    def __init__(self, response: AsyncAPIResponse, kind: str, size: Optional[int] = None) -> None:
        self._response = response
        self._cut = make_chunker(kind, size, response.http_response.encoding)
        self._ready: Iterator[Any] = iter(())
        self._source: Any = None
        self._exhausted = False

    def __aiter__(self) -> _AsyncChunks:
        return self

    async def __anext__(self) -> Any:
        while True:
            for piece in self._ready:
                return piece
            if self._exhausted:
                raise StopAsyncIteration
            chunk = await self._fetch()
            self._ready = iter(self._cut.flush() if chunk is None else self._cut.decode(chunk))

    async def _fetch(self) -> Optional[bytes]:
        """Return the next chunk as it comes, or None at the end, when the reply is closed."""
        _, reply, clock = self._response._call_state
        try:
            if self._source is None:
                self._source = _once(reply.body) if reply.is_read else reply.detach_stream().__aiter__()
            chunk: bytes = await self._source.__anext__()
            clock.remaining()
            return chunk
        except StopAsyncIteration:
            if not reply.is_read:
                _raise_if_closed(reply)
                await self._close_response(reply)
            self._exhausted = True
            return None
        except OSError as error:
            await self._close_response(reply)
            failure = connection_error(error, self._response.http_request)
            raise failure from failure.__cause__

    async def _close_response(self, reply: Response) -> None:
        self._exhausted, reply.finished_at = True, time.monotonic()
        await reply.close()


async def _once(body: bytes) -> AsyncIterator[bytes]:
    yield body


class AsyncAPIResponse(BaseResponse):
    """Does what `APIResponse` does, for asyncio: what reads or closes is awaited, what iterates is for `async for`."""

    _repr_name = "AsyncAPIResponse"

    def iter_bytes(self, chunk_size: Optional[int] = None) -> AsyncIterator[bytes]:
        """See `APIResponse`."""
        return _AsyncChunks(self, "bytes", chunk_size)

    def iter_text(self, chunk_size: Optional[int] = None) -> AsyncIterator[str]:
        """See `APIResponse`."""
        return _AsyncChunks(self, "text", chunk_size)

    def iter_lines(self) -> AsyncIterator[str]:
        """See `APIResponse`."""
        return _AsyncChunks(self, "lines")

    async def read(self) -> bytes:
        """See `APIResponse`."""
        _, reply, clock = self._call_state
        if not reply.is_read:
            effect, chunks, size = Read(reply, MAX_BODY_BYTES), [], 0
            async for chunk in self.iter_bytes():
                chunks.append(chunk)
                size += len(chunk)
                should_stop_reading(effect, size, clock)
            reply.body, reply.chunks = b"".join(chunks), ()
        return reply.body

    async def text(self) -> str:
        """See `APIResponse`."""
        await self.read()
        return self.http_response.text

    async def json(self) -> Any:
        """See `APIResponse`."""
        await self.read()
        return self.http_response.json()

    async def parse(self, *, to: Any = None) -> Any:
        """See `APIResponse`."""
        if not self._call_state[0].stream:
            await self.read()
        return self._parse(to)

    async def close(self) -> None:
        """See `APIResponse`."""
        await self.http_response.close()


class AsyncStreamedBinaryAPIResponse(AsyncAPIResponse):
    """Does what `StreamedBinaryAPIResponse` does, for asyncio."""

    _repr_name = "AsyncStreamedBinaryAPIResponse"

    async def stream_to_file(
        self, file: Any, *, chunk_size: Optional[int] = None, progress: Optional[Progress] = None
    ) -> None:
        """See `StreamedBinaryAPIResponse`; the writing, and calling `progress`, is done in threads."""
        from asyncio import get_running_loop

        loop = get_running_loop()
        with AtomicWriter(file) as target:
            write = with_progress(target.write, expected_length(self.headers), progress)
            async for piece in self.iter_bytes(chunk_size):
                await loop.run_in_executor(None, write, piece)

    write_to_file = stream_to_file


class ResponseContextManager:
    """Makes a call when a `with` is entered, gives its response, and closes that on the way out."""

    def __init__(self, client: Any, row: Any, arguments: Dict[str, Any]) -> None:
        self._client = client
        self._arguments = row, arguments
        self._response: Any = None

    def _execute(self) -> Any:
        row, arguments = self._arguments
        return self._client._execute(row, dict(arguments), read_body=False)

    def _wrap(self, made: Any, kind: Any, binary: Any) -> Any:
        self._response = (binary if made[0].response_type == "binary" else kind)(self._client, *made)
        return self._response

    def __enter__(self) -> Any:
        return self._wrap(self._execute(), APIResponse, StreamedBinaryAPIResponse)

    def __exit__(self, *_: object) -> None:
        self._response.close()


class AsyncResponseContextManager(ResponseContextManager):
    """Does the same for `async with`."""

    async def __aenter__(self) -> Any:
        return self._wrap(await self._execute(), AsyncAPIResponse, AsyncStreamedBinaryAPIResponse)

    async def __aexit__(self, *_: object) -> None:
        await self._response.close()
