# SPDX-License-Identifier: MIT
"""Read the parts of a file that is uploaded, from any number of threads and without holding the file in memory."""

from __future__ import annotations

import io
import os

from ..call.errors import ArgumentError, UploadError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Optional, Tuple

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

    `size` is in bytes; `path`, and `mtime_ns` (nanoseconds), are None for what is not read from a path; `name` is None
    if the file has none. `read_at(offset, size)` may be called from any thread. Raises UploadError for a path that
    cannot be read, ArgumentError for anything else that is not a file.
    """

    def __init__(self, file: Any) -> None:
        self.path = os.fspath(file) if isinstance(file, (str, os.PathLike)) else None
        self.mtime_ns: Optional[int] = None
        if self.path is not None:
            self.name: Any = os.path.basename(os.fsdecode(self.path))
            self.size, self.mtime_ns = self._stat()
            self.read_at = self._read_path
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

        if isinstance(file, io.TextIOBase):
            raise ArgumentError("file: the file is open in text mode; open it with mode 'rb'")
        try:
            start = file.tell()
            self.size = file.seek(0, os.SEEK_END) - start
            file.seek(start)
        except (AttributeError, OSError, ValueError, TypeError) as error:
            message = "file: expected a path, bytes or a seekable binary file, got {}"
            raise ArgumentError(message.format(type(file).__name__)) from error
        name, lock = getattr(file, "name", None), Lock()
        self.name = os.path.basename(name) if isinstance(name, str) else None

        def read_at(offset: int, size: int) -> bytes:
            with lock:
                file.seek(start + offset)
                chunk: bytes = file.read(size)
                return chunk

        self.read_at = read_at

    def _stat(self) -> Tuple[int, int]:
        try:
            result = os.stat(self.path or "")
        except (OSError, ValueError) as error:
            raise self._read_error(error) from error
        return result.st_size, result.st_mtime_ns

    def _read_path(self, offset: int, size: int) -> bytes:
        try:
            with open(self.path or "", "rb", buffering=0) as file:
                file.seek(offset)
                return file.read(size)
        except (OSError, ValueError) as error:
            raise self._read_error(error) from error

    def _read_error(self, error: Exception) -> UploadError:
        reason = getattr(error, "strerror", None) or error
        return UploadError("file: cannot read {!r}: {}".format(self.path, reason))

    def check_unchanged(self) -> None:
        """Raise UploadError if the size or modification time of the file on disk has changed."""
        if self.path is not None and self._stat() != (self.size, self.mtime_ns):
            raise UploadError("file: {!r} changed during the upload; upload it again".format(self.path))

    def md5(self) -> str:
        """Return the MD5 digest of the file in hexadecimal. It is the API's checksum, without security relevance."""
        import hashlib
        import sys

        digest = hashlib.md5(**({"usedforsecurity": False} if sys.version_info >= (3, 9) else {}))  # type: ignore[arg-type]  # noqa: S324
        for offset in range(0, self.size, READ_SIZE):
            digest.update(self.read_at(offset, READ_SIZE))
        return digest.hexdigest()
