# SPDX-License-Identifier: MIT
"""The content of files to send: its length is known up front, and it can be read again for a retry.

A path is opened again, an open file is rewound to where it was, and what cannot be rewound (a pipe, an iterator) is
first copied to a temporary file of a bounded size. Dependency-free except for the errors.
"""

from __future__ import annotations

import io
import os
from contextlib import suppress

from .errors import ArgumentError, UploadError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import IO, Any, Iterable, Iterator, Optional, Tuple

CHUNK_SIZE = 256 * 1024  # bytes per read from a file
MAX_SPOOL_MEMORY = 1 << 20  # bytes of a copy in memory before a temporary file is used
MAX_SPOOL_SIZE = 8 << 30  # bytes of a copy; the API accepts no larger file


class Source:
    """The content of a file: `length` bytes, which `chunks()` yields from the start each time."""

    length: int

    def chunks(self) -> Iterator[bytes]:
        """Yield the content from the start. Raises UploadError."""
        raise NotImplementedError

    def close(self) -> None:
        """Delete the copy that the source made, if any. Files of the caller stay open."""


class BytesSource(Source):
    """Content in memory."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.length: int = len(content)

    def chunks(self) -> Iterator[bytes]:
        """Yield slices of the content."""
        for start in range(0, self.length, CHUNK_SIZE):
            yield self.content[start : start + CHUNK_SIZE]


class FileSource(Source):
    """`length` bytes of an open file from the position `start`; `close` closes the file if it is `owned`."""

    def __init__(self, name: str, file: Any, start: int, length: int, owned: bool = False) -> None:
        self.name = name
        self.file = file
        self.start = start
        self.length = length
        self.owned = owned

    def chunks(self) -> Iterator[bytes]:
        """Rewind the file to the start and yield the content. Raises UploadError."""
        try:
            self.file.seek(self.start)
        except (OSError, ValueError) as error:
            raise UploadError("{}: cannot rewind the file: {}".format(self.name, error)) from error
        return check_length(self.name, self.length, read_chunks(self.name, self.file))

    def close(self) -> None:
        """Close the file if it is a copy."""
        if self.owned:
            self.file.close()


class PathSource(Source):
    """A file by its path, opened only while its content is sent."""

    def __init__(self, name: str, path: Any) -> None:
        self.name = name
        self.path: Any = os.fspath(path)
        self.length: int = check_path(name, self.path)
        self.open().close()  # so that an unreadable file is an error now, and not while sending

    def open(self) -> IO[bytes]:
        """Return the file, open for reading. Raises UploadError."""
        try:
            return open(self.path, "rb", buffering=0)
        except (OSError, ValueError) as error:
            raise unreadable_path_error(self.name, self.path, error) from error

    def chunks(self) -> Iterator[bytes]:
        """Open the file and yield its content. Raises UploadError."""
        with self.open() as file:
            for chunk in check_length(self.name, self.length, read_chunks(self.name, file)):
                yield chunk


class RawBody:
    """A file as the body of a request: iterate it for its chunks; `length` is its size in bytes."""

    replayable = True

    def __init__(self, source: Source) -> None:
        self._source = source
        self.length: int = source.length

    def __iter__(self) -> Iterator[bytes]:
        return self._source.chunks()

    def __len__(self) -> int:
        return self.length

    def close(self) -> None:
        """Delete the copy of a file that cannot be rewound."""
        self._source.close()


def open_source(name: str, content: Any) -> Source:
    """Return the source for bytes, a path object or an open binary file.

    A file is read from its position, and from its start if it is at its end, because nothing else would be left to
    send. Raises ArgumentError for anything else, UploadError for a file that cannot be read.
    """
    if isinstance(content, (bytes, bytearray, memoryview)):
        return BytesSource(bytes(content))
    if isinstance(content, os.PathLike):
        source = PathSource(name, content)
        if source.length:
            return source
        with source.open() as file:  # files of /proc have content, but no size
            return spool(name, read_chunks(name, file))
    if not hasattr(content, "read"):
        raise ArgumentError(
            "{}: expected bytes, a path object or a readable binary file, got {}".format(name, type(content).__name__)
        )
    position = measure(name, content)
    if position is None or not position[1]:  # a device has content, but no size
        return spool(name, read_chunks(name, content))
    return FileSource(name, content, *position)


def raw_body(name: str, content: Any) -> Any:
    """Return a request body for text, bytes, a path object, a binary file or an iterable of bytes.

    Raises ArgumentError for anything else, UploadError for a file that cannot be read.
    """
    if isinstance(content, str):
        try:
            return content.encode("utf-8")
        except UnicodeEncodeError:
            message = "{}: the text contains a lone surrogate, which is not valid Unicode"
            raise ArgumentError(message.format(name)) from None
    if isinstance(content, (bytes, bytearray, memoryview)):
        return bytes(content)
    file_types: Any = os.PathLike
    is_file = isinstance(content, file_types) or hasattr(content, "read")
    if is_file or not hasattr(type(content), "__iter__") or hasattr(content, "keys"):
        return RawBody(open_source(name, content))
    return RawBody(spool(name, (_check_chunk(name, chunk) for chunk in content)))


def measure(name: str, file: Any) -> Optional[Tuple[int, int]]:
    """Return where to start reading a file, and how many bytes; None if it cannot be rewound.

    Its position does not change. What `seek` returns is not used: for many wrappers it is None. Raises ArgumentError
    for a file in text mode and for an asynchronous one.
    """
    if isinstance(file, io.TextIOBase):
        raise text_mode_error(name)
    start: Any = None
    try:
        start = _check_sync(name, file.tell())
        if isinstance(_check_sync(name, file.read(0)), str):
            raise text_mode_error(name)
        file.seek(0, os.SEEK_END)
        end = file.tell()
        start = 0 if start >= end else start
        file.seek(start)
        return int(start), int(end - start)
    except ArgumentError:
        raise
    except Exception:  # it has no such methods, or doesn't support them; reading says what is wrong, if anything is
        if start is not None:
            with suppress(Exception):
                file.seek(start)
        return None


def spool(name: str, chunks: Iterable[bytes]) -> Source:
    """Copy content that cannot be read twice to a temporary file. Raises UploadError."""
    from tempfile import SpooledTemporaryFile

    file: Any = SpooledTemporaryFile(max_size=MAX_SPOOL_MEMORY)
    size = 0
    try:
        for chunk in chunks:
            size += len(chunk)
            if size > MAX_SPOOL_SIZE:
                message = "{}: it has more than {} bytes and cannot be rewound; save it to a file and pass its path"
                raise UploadError(message.format(name, MAX_SPOOL_SIZE))
            file.write(chunk)
    except BaseException as error:
        file.close()
        if isinstance(error, OSError):
            raise UploadError("{}: cannot write the temporary copy: {}".format(name, error)) from error
        raise
    if not size:
        file.close()
        return BytesSource(b"")
    return FileSource(name, file, 0, size, owned=True)


def read_chunks(name: str, file: Any) -> Iterator[bytes]:
    """Yield the rest of a file. Raises UploadError if it cannot be read, ArgumentError if it is asynchronous."""
    while True:
        try:
            chunk = file.read(CHUNK_SIZE)
        except (OSError, ValueError, EOFError, TypeError) as error:
            # An UploadError, because a transport would take an OSError for a network failure.
            raise UploadError("{}: cannot read the file: {}".format(name, error)) from error
        chunk = _check_chunk(name, _check_sync(name, chunk))
        if not chunk:
            return
        yield chunk


def check_length(name: str, length: int, chunks: Iterator[bytes]) -> Iterator[bytes]:
    """Yield `chunks`, but never more than `length` bytes. Raises UploadError if they are more or fewer."""
    pending = b""  # the last chunk is sent when it is known to be the last: without it the request is incomplete
    for chunk in chunks:
        length -= len(chunk)
        if length < 0:
            break
        if pending:
            yield pending
        pending = chunk
    if length:
        raise UploadError("{}: the size of the file changed while it was sent".format(name))
    if pending:
        yield pending


def check_path(name: str, path: Any) -> int:
    """Return the size of a regular file. Raises UploadError for anything else, without opening it."""
    from stat import S_ISDIR, S_ISREG

    try:
        result = os.stat(path)
    except (OSError, ValueError) as error:
        raise unreadable_path_error(name, path, error) from error
    # Opening a named pipe would wait for its writer. A directory cannot be opened, with an error that says so.
    if not S_ISREG(result.st_mode) and not S_ISDIR(result.st_mode):
        raise UploadError("{}: {!r} has no length; open it and pass the file object".format(name, path))
    return result.st_size


def unreadable_path_error(name: str, path: Any, error: Exception) -> UploadError:
    """Build the error of a path that cannot be read."""
    return UploadError("{}: cannot read {!r}: {}".format(name, path, getattr(error, "strerror", None) or error))


def text_mode_error(name: str) -> ArgumentError:
    """Build the error of a file in text mode."""
    return ArgumentError("{}: the file is open in text mode; open it with mode 'rb'".format(name))


def _check_chunk(name: str, chunk: Any) -> bytes:
    """Return what a file's read() returned as bytes. Raises UploadError for anything that is not bytes."""
    if isinstance(chunk, bytes):
        return chunk
    if isinstance(chunk, (bytearray, memoryview)):
        return bytes(chunk)
    hint = "; open the file with mode 'rb'" if isinstance(chunk, str) else ""
    raise UploadError("{}: expected bytes from the file's read(), got {}{}".format(name, type(chunk).__name__, hint))


def _check_sync(name: str, result: Any) -> Any:
    """Return the result of a file's method. Raises ArgumentError if it is awaitable."""
    if hasattr(result, "__await__"):
        getattr(result, "close", int)()  # a coroutine that is never awaited would warn
        message = "{}: the file is asynchronous; pass its path, its content, or an ordinary binary file"
        raise ArgumentError(message.format(name))
    return result
