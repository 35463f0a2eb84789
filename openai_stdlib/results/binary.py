# SPDX-License-Identifier: MIT
"""`BinaryContent`, the result of calls that return audio, images or files; and `AtomicWriter`, which saves bodies.

The content of a `BinaryContent` is in memory. To save a large body without holding it in memory, use
`with_streaming_response` (streaming_response.py).
"""

from __future__ import annotations

import os

from ..call.message import BodyMixin

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, AsyncIterator, Callable, Optional

    from ..call.headers import Headers
    from ..call.message import Response

    Progress = Callable[[int, Optional[int]], None]  # bytes done, and bytes in total if known


class AtomicWriter:
    """Context manager that writes a file atomically: `with AtomicWriter(path) as target`.

    The bytes go to `<path>.<random>.part`, which is renamed to `path` on success. If the block raises, the temporary
    file is removed and the file at `path` is unchanged. Symbolic links are followed, and the permissions of a replaced
    file are kept. Devices and pipes are written directly. An object with a `write` method may be passed instead of a
    path; it is used as the target and is not closed.
    """

    def __init__(self, file: Any) -> None:
        self._file = file
        self._temporary_path = self._final_path = ""

    def __enter__(self) -> Any:
        if hasattr(self._file, "write"):
            self._target = self._file
            return self._file
        path = os.path.realpath(os.fsdecode(self._file))
        if os.path.isfile(path) or not os.path.exists(path):
            self._final_path, self._temporary_path = path, path + ".{}.part".format(os.urandom(4).hex())
        self._target = open(self._temporary_path or path, "wb")
        if self._temporary_path and os.path.exists(path):  # before there is anything to read
            os.chmod(self._temporary_path, os.stat(path).st_mode & 0o777)
        return self._target

    def __exit__(self, error_type: Any, *_: object) -> None:
        if self._target is self._file:
            return
        try:
            self._target.close()
            if self._temporary_path and error_type is None:
                os.replace(self._temporary_path, self._final_path)
                self._temporary_path = ""
        finally:
            if self._temporary_path:
                os.unlink(self._temporary_path)


def with_progress(write: Any, total: Optional[int], progress: Optional[Progress]) -> Any:
    """Return a `write` function that also calls `progress(done, total)`, in bytes, after each chunk."""
    if progress is None:
        return write
    report, done = progress, 0

    def write_and_report(chunk: bytes) -> None:
        nonlocal done
        write(chunk)
        done += len(chunk)
        report(done, total)

    return write_and_report


def expected_length(headers: Headers) -> Optional[int]:
    """Return the length of a body in bytes, or None if Content-Length is missing or counts compressed bytes."""
    length = headers.get("content-length") or ""
    return int(length) if length.isdigit() and not headers.get("content-encoding") else None


class BinaryContent(BodyMixin):
    """Bytes of a response body, held in memory, with accessors to read and save them.

    No method does network I/O, and nothing needs closing. Methods that start with `a` are the asyncio versions of the
    methods without it.
    """

    __slots__ = ("response",)

    def __init__(self, response: Response) -> None:
        self.response: Response = response

    @property
    def content(self) -> bytes:
        """The whole body."""
        return self.response.body

    @property
    def headers(self) -> Headers:
        """The header fields of the response."""
        return self.response.headers

    def write_to_file(
        self, file: Any, *, chunk_size: Optional[int] = None, progress: Optional[Progress] = None
    ) -> None:
        """Write the bytes to the path `file`, replacing an existing file once all is written.

        `progress(done, total)`, both in bytes, is called after each chunk of `chunk_size` bytes.
        """
        with AtomicWriter(file) as target:
            write = with_progress(target.write, len(self), progress)
            for chunk in self.iter_bytes(chunk_size):
                write(chunk)

    stream_to_file = write_to_file

    def close(self) -> None:
        """Do nothing: the body has already been read."""

    async def aread(self) -> bytes:
        """Return the whole body."""
        return self.content

    async def _aiter_chunks(self, unit: str, size: Optional[int] = None) -> AsyncIterator[Any]:
        for chunk in self._iter_chunks(unit, size):
            yield chunk

    def aiter_bytes(self, chunk_size: Optional[int] = None) -> AsyncIterator[bytes]:
        """Yield the same chunks as `iter_bytes`."""
        return self._aiter_chunks("bytes", chunk_size)

    aiter_raw = aiter_bytes

    def aiter_text(self, chunk_size: Optional[int] = None) -> AsyncIterator[str]:
        """Yield the same text chunks as `iter_text`."""
        return self._aiter_chunks("text", chunk_size)

    def aiter_lines(self) -> AsyncIterator[str]:
        """Yield the same lines as `iter_lines`."""
        return self._aiter_chunks("lines")

    async def astream_to_file(
        self, file: Any, *, chunk_size: Optional[int] = None, progress: Optional[Progress] = None
    ) -> None:
        """Run `write_to_file` in a thread. `progress` is called in that thread."""
        from ..call.host_limits import run_in_thread

        await run_in_thread(lambda: self.write_to_file(file, chunk_size=chunk_size, progress=progress))

    async def aclose(self) -> None:
        """Do nothing: the body has already been read."""

    def __bytes__(self) -> bytes:
        return self.content

    def __len__(self) -> int:
        return len(self.content)

    def __bool__(self) -> bool:
        return True

    def __repr__(self) -> str:
        return "<BinaryContent of {} bytes>".format(len(self.content))


class HttpxBinaryResponseContent(BinaryContent):
    """What calls return: a BinaryContent, under the name that it has in the `openai` package."""
