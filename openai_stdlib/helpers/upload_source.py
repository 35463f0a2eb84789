# SPDX-License-Identifier: MIT
"""Read the parts of a file that is uploaded, from any number of threads and without holding the file in memory."""

from __future__ import annotations

import io
import os

from ..call.errors import ArgumentError, UploadError
from ..call.file_source import check_path, open_source, unreadable_path_error

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Optional, Tuple

    from ..call.file_source import FileSource

READ_SIZE = 1024 * 1024  # bytes read at once to compute a digest


class FileSlice(io.RawIOBase):
    """A readable, seekable slice of a file. It keeps no file open, so any number can be read at the same time.

    `read_at(offset, size)` reads from the file; `offset` and `length` delimit the slice, in bytes.
    """

    def __init__(self, read_at: Callable[[int, int], bytes], offset: int, length: int) -> None:
        super().__init__()
        self._read_at = read_at
        self._offset, self._length, self._position = offset, length, 0

    def readable(self) -> bool:
        """Return True."""
        return True

    def seekable(self) -> bool:
        """Return True."""
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Set the position within the slice and return it."""
        start = {os.SEEK_SET: 0, os.SEEK_CUR: self._position, os.SEEK_END: self._length}[whence]
        self._position = max(0, start + offset)
        return self._position

    def tell(self) -> int:
        """Return the position within the slice."""
        return self._position

    def read(self, size: Optional[int] = -1) -> bytes:
        """Read at most `size` bytes, or the rest of the slice; empty at its end."""
        remaining = max(0, self._length - self._position)
        size = remaining if size is None or size < 0 else min(size, remaining)
        chunk = self._read_at(self._offset + self._position, size)
        self._position += len(chunk)
        return chunk


class UploadSource:
    """A file to upload: a path, bytes, or an open binary file, from its current position on.

    What cannot be rewound, such as a pipe, is first copied to a temporary file, which `close` deletes. `size` is in
    bytes; `path`, and `mtime_ns` (nanoseconds), are None for what is not read from a path; `name` is None if the file
    has none. `read_at(offset, size)` may be called from any thread. Raises UploadError for a file that cannot be read,
    ArgumentError for anything else that is not a file.
    """

    def __init__(self, file: Any) -> None:
        self.path: Any = os.fspath(file) if isinstance(file, (str, os.PathLike)) else None
        self.mtime_ns: Optional[int] = None
        self._open_file: Optional[FileSource] = None
        if self.path is not None:
            self.name: Any = os.path.basename(os.fsdecode(self.path))
            check_path("file", self.path)
            size, self.mtime_ns = self._stat()
            self.size: int = size
            self.read_at: Callable[[int, int], bytes] = self._read_path
            self.read_at(0, 1)  # fail now rather than when the upload exists on the server
        elif isinstance(file, (bytes, bytearray, memoryview)):
            view = memoryview(file).cast("B")
            self.name, self.size = None, len(view)
            self.read_at = lambda offset, size: bytes(view[offset : offset + size])
        else:
            self._from_file_object(file)

    def _from_file_object(self, file: Any) -> None:
        """Use an open file from its current position on. A file has one position, so a lock serialises the reads."""
        from threading import Lock

        if not hasattr(file, "read"):
            raise ArgumentError("file: expected a path, bytes or a binary file, got {}".format(type(file).__name__))
        source: Any = open_source("file", file)
        name, lock = getattr(file, "name", None), Lock()
        self.name = os.path.basename(name) if isinstance(name, str) and not name.startswith("<") else None
        self._open_file, self.size = source, source.length

        def read_at(offset: int, size: int) -> bytes:
            try:
                with lock:
                    source.file.seek(source.start + offset)
                    return _read_fully(source.file, size)
            except (OSError, ValueError) as error:
                raise UploadError("file: cannot read the file: {}".format(error)) from error

        self.read_at = read_at

    def _stat(self) -> Tuple[int, int]:
        try:
            result = os.stat(self.path or "")
        except (OSError, ValueError) as error:
            raise unreadable_path_error("file", self.path, error) from error
        return result.st_size, result.st_mtime_ns

    def _read_path(self, offset: int, size: int) -> bytes:
        try:
            with open(self.path or "", "rb", buffering=0) as file:
                file.seek(offset)
                return _read_fully(file, size)
        except (OSError, ValueError) as error:
            raise unreadable_path_error("file", self.path, error) from error

    def check_unchanged(self) -> None:
        """Raise UploadError if the size or modification time of the file has changed."""
        if self.path is not None and self._stat() != (self.size, self.mtime_ns):
            raise UploadError("file: {!r} changed during the upload; upload it again".format(self.path))
        if self._open_file is not None and self.read_at(self.size, 1):
            raise UploadError("file: it grew during the upload; upload it again")

    def close(self) -> None:
        """Delete the copy of a file that cannot be rewound. Files of the caller stay open."""
        if self._open_file is not None:
            self._open_file.close()

    def md5(self) -> str:
        """Return the MD5 digest of the file in hexadecimal. It is the API's checksum, without security relevance."""
        import hashlib
        import sys

        digest = hashlib.md5(**({"usedforsecurity": False} if sys.version_info >= (3, 9) else {}))  # type: ignore[arg-type]  # noqa: S324
        for offset in range(0, self.size, READ_SIZE):
            digest.update(self.read_at(offset, READ_SIZE))
        return digest.hexdigest()


def _read_fully(file: Any, size: int) -> bytes:
    """Read `size` bytes, or less at the end of the file: a single read may return less than there is."""
    chunks = []
    while size > 0:
        chunk = file.read(size)
        if not chunk:
            break
        chunks.append(chunk)
        size -= len(chunk)
    return b"".join(chunks)
