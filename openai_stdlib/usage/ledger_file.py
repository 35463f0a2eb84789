# SPDX-License-Identifier: MIT
"""`LedgerFile`: the file of a ledger, to which several processes append lines. The caller serializes its threads.

A line is written at once, under a lock of the file, and is in the hands of the operating system when `append` returns:
a crash of the process loses nothing. What a crash of the machine, or a full disk, has left of a last line is cut off by
the next writer. When the file has grown large, one process replaces it by a short one; the others notice that theirs
has no name any more.
"""

from __future__ import annotations

import os
from time import time

from ..call.errors import ConfigError, OptionTypeError
from ..call.file_lock import lock_file, unlock_file
from .lines import HEADER, check_header, compact

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .lines import Book

FLAGS = os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)
MIN_COMPACTED = 4 << 20  # bytes that a file has before it is compacted
CHUNK = 1 << 20


class LedgerFile:
    """An open file, and how much of it has been read into a book. Raises ConfigError if it cannot be used."""

    __slots__ = ("path", "book", "fsync", "unsaved", "_fd", "_size", "_max_size")

    def __init__(self, path: Any, book: Book, fsync: bool) -> None:
        self.path: str = os.path.realpath(path)  # a symbolic link stays one
        self.book: Book = book
        self.fsync: bool = fsync
        self.unsaved: bytes = b""  # lines of the book that could not be written yet
        self._fd: int = -1
        self._size: int = 0  # of what has been read
        self._max_size: int = MIN_COMPACTED

    def open(self) -> None:
        """Open or create the file and read it; does nothing if it is open."""
        if self._fd >= 0:
            return
        try:
            self._fd = os.open(self.path, FLAGS, 0o666)
            self.book.clear()
            self._size = 0
            if os.fstat(self._fd).st_size < len(HEADER):  # new, or what a crash has left of a new one
                self._lock_and(self._write_header)
            self._read_to_end()
            if self.unsaved:
                self.book.read(self.unsaved, self.path)
        except OSError as error:
            self.close()
            raise self._error(error) from None
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Close the file. It opens again when it is used."""
        fd, self._fd = self._fd, -1
        if fd >= 0:
            os.close(fd)

    def refresh(self) -> None:
        """Read what other processes have appended."""
        try:
            if self._fd < 0:
                self.open()
                return
            status = os.fstat(self._fd)
            if status.st_size != self._size or status.st_nlink == 0:
                self._reread(status)
        except OSError as error:
            raise self._error(error) from None

    def lock(self) -> None:
        """Lock the file, and read all of it; then `write` or `unlock`. Raises ConfigError."""
        try:
            if self._fd < 0:
                self.open()
            self._lock_current()
        except OSError as error:
            self.close()
            raise self._error(error) from None
        except BaseException:
            self.close()
            raise

    def unlock(self) -> None:
        """Unlock the file."""
        if self._fd >= 0:
            unlock_file(self._fd)

    def write(self, data: bytes) -> None:
        """Append lines to the locked file, after those that could not be written before, and unlock it.

        The caller adds them to the book afterwards. If they cannot be written, this raises ConfigError, and they are
        kept: the book has them when it is read again.
        """
        data = self.unsaved + data
        try:
            self._write(data)
        except OSError as error:
            self.keep(data)
            raise self._error(error) from None
        self.unsaved = b""
        try:
            if self.fsync:
                os.fsync(self._fd)
            unlock_file(self._fd)
        except OSError as error:
            self.close()  # the book has the lines when it is read again
            raise self._error(error) from None

    def keep(self, unsaved: bytes) -> None:
        """Keep lines that could not be written for the next time, and close the file, which also unlocks it."""
        self.unsaved = unsaved
        self.close()

    def _lock_current(self) -> None:
        """Lock the file that the path names, read all of it, and cut off an incomplete last line."""
        while True:
            lock_file(self._fd)
            status = os.fstat(self._fd)
            if status.st_size == self._size and status.st_nlink:
                return
            if self._reread(status):
                continue  # with the lock of a new file
            if os.fstat(self._fd).st_size > self._size:
                # Whoever wrote it does not hold the lock, and will not complete it.
                os.ftruncate(self._fd, self._size)
            return

    def _reread(self, status: os.stat_result) -> bool:
        """Read the end of a file that has changed, or all of it if it was replaced; return whether it was."""
        if status.st_nlink == 0 or status.st_size < self._size:
            self.close()
            self.open()
            return True
        self._read_to_end()
        return False

    def _lock_and(self, function: Any) -> None:
        lock_file(self._fd)
        try:
            function()
        finally:
            unlock_file(self._fd)

    def _write_header(self) -> None:
        os.lseek(self._fd, 0, os.SEEK_SET)
        start = os.read(self._fd, len(HEADER))
        if start != HEADER and HEADER.startswith(start):
            os.ftruncate(self._fd, 0)
            os.write(self._fd, HEADER)

    def _read_to_end(self) -> None:
        """Read from where the last read ended to the last complete line."""
        while True:
            os.lseek(self._fd, self._size, os.SEEK_SET)
            data = os.read(self._fd, CHUNK)
            end = data.rfind(b"\n") + 1
            if self._size == 0 and data:
                check_header(data.partition(b"\n")[0], self.path)
            if not end:
                if len(data) == CHUNK:
                    raise ConfigError("path: {} is not the file of a ledger; choose another path".format(self.path))
                return
            self.book.read(data[:end], self.path)
            self._size += end

    def _write(self, data: bytes) -> None:
        written = os.write(self._fd, data)
        if written != len(data):  # the disk is full, says the next attempt
            try:
                while written < len(data):
                    written += os.write(self._fd, data[written:])
            except OSError:
                os.ftruncate(self._fd, self._size)
                raise
        self._size += written

    def compact_if_large(self) -> None:
        """Replace the file by a short one with the same sums if it has grown large. An error leaves it as it is."""
        if self._size <= self._max_size:
            return
        self._max_size = 2 * self._size  # if it is not possible now
        try:
            # An open file cannot be replaced on Windows, and a file of another user would change its owner.
            if os.name != "nt" and os.fstat(self._fd).st_uid == os.geteuid():
                self._lock_current()
                self._replace(compact(self.book, int(time())))
        except OSError:
            self.close()
        except BaseException:
            self.close()
            raise

    def _replace(self, data: bytes) -> None:
        temporary = self.path + ".compact"
        mode = os.fstat(self._fd).st_mode & 0o777
        fd = os.open(temporary, FLAGS | os.O_TRUNC, mode)
        try:
            os.fchmod(fd, mode)  # whatever the umask is
            if os.write(fd, data) != len(data):
                raise OSError("only a part of the file could be written")
            os.fsync(fd)
            os.replace(temporary, self.path)
        except BaseException:
            os.close(fd)
            os.unlink(temporary)
            raise
        self.close()  # which unlocks the old file
        self._fd, self._size = fd, len(data)
        self._max_size = max(MIN_COMPACTED, 4 * len(data))

    def _error(self, error: OSError) -> ConfigError:
        text = "path: {} cannot be used: {}; choose a path that this program can write, on a file system with locks"
        return ConfigError(text.format(self.path, error.strerror or error))


def check_path(path: Any) -> Any:
    """Return a path. Raises OptionTypeError or ConfigError for what is none."""
    if not isinstance(path, (str, os.PathLike)):
        raise OptionTypeError("path: expected the path of a file, got {}".format(type(path).__name__))
    if not str(path):
        raise ConfigError("path: expected the path of a file, got an empty text; omit it to save nothing")
    return path


def read_file(path: Any, book: Book) -> None:
    """Read the file of a ledger into a book without changing it. Raises OSError or ConfigError."""
    with open(path, "rb") as file:
        data = file.read()
    check_header(data.partition(b"\n")[0], os.fspath(path))
    book.read(data, os.fspath(path))
