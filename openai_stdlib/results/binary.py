# SPDX-License-Identifier: MIT
"""`BinaryContent`, an answer that is bytes, like audio, an image or a file; and `AtomicWriter`, by which bodies get to disk.

The content has been read whole before it is handed out. For what shouldn't be held in memory there is
`with_streaming_response` (streamed.py), which saves in the same way.
"""

from __future__ import annotations

import os

from ..call.message import BodyMixin

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, AsyncIterator, Callable, Optional

    from ..call.headers import Headers
    from ..call.message import Response

    Progress = Callable[[int, Optional[int]], None]  # bytes so far, and of all if that is known


class AtomicWriter:
    """A file for bytes that gets its name when all are written: `with AtomicWriter(path) as target`.

    Until then it stands beside, as `<path>.<random>.part`. If an exception leaves the `with` it is removed, and what
    was at `path` is untouched. Links are followed, the permissions of a file that is replaced are kept. A device or a
    pipe is written to directly, and so is an object that has a `write`; that one stays open.
    """

    def __init__(self, file: Any) -> None:
        self._file = file
        self._temporary = self._final = ""

    def __enter__(self) -> Any:
        if hasattr(self._file, "write"):
            self._target = self._file
            return self._file
        final = os.path.realpath(os.fsdecode(self._file))
        if os.path.isfile(final) or not os.path.exists(final):
            self._final, self._temporary = final, final + ".{}.part".format(os.urandom(4).hex())
        self._target = open(self._temporary or final, "wb")
        return self._target

    def __exit__(self, kind: Any, *_: object) -> None:
        if self._target is self._file:
            return
        try:
            self._target.close()
            if self._temporary and kind is None:
                if os.path.exists(self._final):
                    os.chmod(self._temporary, os.stat(self._final).st_mode & 0o777)
                os.replace(self._temporary, self._final)
                self._temporary = ""
        finally:
            if self._temporary:
                os.unlink(self._temporary)


def with_progress(write: Any, total: Optional[int], progress: Optional[Progress]) -> Any:
    """Return a `write` that calls `progress(done, total)` after each piece."""
    if progress is None:
        return write
    tell, done = progress, 0

    def counted(piece: bytes) -> None:
        nonlocal done
        write(piece)
        done += len(piece)
        tell(done, total)

    return counted


def expected_length(headers: Headers) -> Optional[int]:
    """Return how long a body will be, or None if its head doesn't say: without a length, or compressed."""
    length = headers.get("content-length") or ""
    return int(length) if length.isdigit() and not headers.get("content-encoding") else None


class BinaryContent(BodyMixin):
    """The bytes of an answer, and the ways to take them. They are in memory: nothing waits, nothing is to close.

    What begins with `a` does the same for asyncio.
    """

    __slots__ = ("response",)

    def __init__(self, reply: Response) -> None:
        self.response = reply

    @property
    def content(self) -> bytes:
        """All bytes."""
        return self.response.body

    @property
    def headers(self) -> Headers:
        """The header fields of the answer."""
        return self.response.headers

    def write_to_file(
        self, file: Any, *, chunk_size: Optional[int] = None, progress: Optional[Progress] = None
    ) -> None:
        """Write the bytes to the file at the path `file`, replacing it; it is never there in part (see `AtomicWriter`).

        `progress(done, total)`, both in bytes, is called after each piece of `chunk_size` bytes.
        """
        with AtomicWriter(file) as target:
            write = with_progress(target.write, len(self), progress)
            for piece in self.iter_bytes(chunk_size):
                write(piece)

    stream_to_file = write_to_file

    def close(self) -> None:
        """Do nothing: the answer has been read."""

    async def aread(self) -> bytes:
        """Return all bytes."""
        return self.content

    async def _aiter_chunks(self, kind: str, size: Optional[int] = None) -> AsyncIterator[Any]:
        for piece in self._iter_chunks(kind, size):
            yield piece

    def aiter_bytes(self, chunk_size: Optional[int] = None) -> AsyncIterator[bytes]:
        """Yield what `iter_bytes` does."""
        return self._aiter_chunks("bytes", chunk_size)

    aiter_raw = aiter_bytes

    def aiter_text(self, chunk_size: Optional[int] = None) -> AsyncIterator[str]:
        """Yield what `iter_text` does."""
        return self._aiter_chunks("text", chunk_size)

    def aiter_lines(self) -> AsyncIterator[str]:
        """Yield what `iter_lines` does."""
        return self._aiter_chunks("lines")

    async def astream_to_file(
        self, file: Any, *, chunk_size: Optional[int] = None, progress: Optional[Progress] = None
    ) -> None:
        """Do what `write_to_file` does, in a thread, where `progress` is called too."""
        from asyncio import get_running_loop

        await get_running_loop().run_in_executor(
            None, lambda: self.write_to_file(file, chunk_size=chunk_size, progress=progress)
        )

    async def aclose(self) -> None:
        """Do nothing: the answer has been read."""

    def __bytes__(self) -> bytes:
        return self.content

    def __len__(self) -> int:
        return len(self.content)

    def __bool__(self) -> bool:
        return True

    def __repr__(self) -> str:
        return "<BinaryContent of {} bytes>".format(len(self.content))


HttpxBinaryResponseContent = BinaryContent  # the official SDK's name
