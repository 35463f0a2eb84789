# SPDX-License-Identifier: MIT
"""Bodies of type multipart/form-data (RFC 7578): fields and files of any size, in constant memory.

A `Multipart` has its length up front and can be iterated again for a retry: files by path are opened again, open files
are rewound to their initial position, and what cannot be rewound (a pipe) is first copied to a temporary file. Names
are escaped so that none can break out of its header: as in the WHATWG HTML standard, with backslashes doubled, as
parsers of RFC 7578 expect. Dependency-free except for the errors.
"""

from __future__ import annotations

import io
import os

from .errors import ArgumentError, UploadError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import IO, Any, Dict, Iterator, List, Mapping, Optional, Tuple

CHUNK_SIZE = 256 * 1024  # bytes per read from a file
MAX_SPOOL_MEMORY = 1 << 20  # bytes of a pipe in memory before a temporary file is used
DEFAULT_FILENAME = "upload"

ESCAPES = {code: "%{:02X}".format(code) for code in range(0x20)}
ESCAPES.update({ord('"'): "%22", ord("\\"): "\\\\"})


class Multipart:
    """The body of a request as a form: iterate it for its chunks; `length` is its size in bytes.

    `fields` become text parts; mappings and lists in them become parts named `name[key]` and `name[]`. Files (bytes,
    a path object, a readable binary file, or a tuple `(name, content[, type[, headers]])`) become file parts, after
    the text parts. The field named by `upload` must contain files only. Raises ArgumentError for an invalid value,
    UploadError for a file that cannot be read. `close` deletes temporary files; it doesn't close files of the caller.
    """

    replayable = True

    def __init__(self, fields: Mapping[str, Any], upload: str = "") -> None:
        self.boundary = os.urandom(16).hex()
        self._spooled: List[IO[bytes]] = []
        texts: List[Tuple[str, str]] = []
        files: List[Tuple[str, Any]] = []
        for name, value in fields.items():
            _flatten_field(name, value, texts, files, name == upload)
        self._texts = b"".join(self._text_part(name, value) for name, value in texts)
        self._files: List[Tuple[bytes, Source]] = []
        try:
            for name, value in files:
                self._files.append(self._file_part(name, value))
        except BaseException:
            self.close()
            raise
        self._end = b"--" + self.boundary.encode() + b"--\r\n"
        files_length = sum(len(head) + source.length + 2 for head, source in self._files)
        self.length = len(self._texts) + files_length + len(self._end)

    @property
    def content_type(self) -> str:
        """The value of the Content-Type header."""
        return "multipart/form-data; boundary=" + self.boundary

    def __iter__(self) -> Iterator[bytes]:
        pending = self._texts
        for head, source in self._files:
            yield pending + head
            for chunk in source.chunks():
                yield chunk
            pending = b"\r\n"
        yield pending + self._end

    def __len__(self) -> int:
        return self.length

    def close(self) -> None:
        """Delete the temporary files. Safe to call more than once."""
        while self._spooled:
            self._spooled.pop().close()

    def _head(self, name: str, extra: str) -> bytes:
        head = '--{}\r\nContent-Disposition: form-data; name="{}"{}\r\n\r\n'
        return _utf8(name, head.format(self.boundary, escape(name), extra), "surrogateescape")

    def _text_part(self, name: str, value: str) -> bytes:
        content_type = getattr(value, "content_type", "")
        extra = "\r\nContent-Type: " + content_type if content_type else ""
        return self._head(name, extra) + _utf8(name, value) + b"\r\n"

    def _file_part(self, name: str, value: Any) -> Tuple[bytes, Source]:
        filename, content, content_type, headers = _file_metadata(name, value)
        source = self._source(name, content)
        lines = ['; filename="{}"'.format(escape(filename)), "Content-Type: " + _header_value(name, content_type)]
        lines += ["{}: {}".format(_header_value(name, key), _header_value(name, headers[key])) for key in headers]
        return self._head(name, "\r\n".join(lines)), source

    def _source(self, name: str, content: Any) -> Source:
        if isinstance(content, (bytes, bytearray, memoryview)):
            return BytesSource(bytes(content))
        if isinstance(content, os.PathLike):
            return PathSource(name, content)
        if isinstance(content, io.TextIOBase):
            raise ArgumentError("{}: the file is open in text mode; open it with mode 'rb'".format(name))
        if not hasattr(content, "read"):
            raise not_a_file_error(name, content)
        try:
            return FileSource(name, content)
        except (OSError, AttributeError, ValueError):
            return FileSource(name, self._spool(name, content))

    def _spool(self, name: str, content: Any) -> IO[bytes]:
        from tempfile import SpooledTemporaryFile

        spooled: IO[bytes] = SpooledTemporaryFile(max_size=MAX_SPOOL_MEMORY)
        self._spooled.append(spooled)
        for chunk in _read_chunks(name, content):
            spooled.write(chunk)
        spooled.seek(0)
        return spooled


class TextPart(str):
    """A text part with a Content-Type of its own, `content_type`."""

    content_type = ""

    def __new__(cls, text: str, content_type: str) -> TextPart:
        part = str.__new__(cls, text)
        part.content_type = content_type
        return part


class Source:
    """The content of a file part: `length` bytes, which `chunks()` yields from the start each time."""

    length: int

    def chunks(self) -> Iterator[bytes]:
        """Yield the content from the start."""
        raise NotImplementedError


class BytesSource(Source):
    """Content in memory."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.length = len(content)

    def chunks(self) -> Iterator[bytes]:
        """Yield slices of the content."""
        for start in range(0, self.length, CHUNK_SIZE):
            yield self.content[start : start + CHUNK_SIZE]


class FileSource(Source):
    """An open file of the caller, from its current position to its end."""

    def __init__(self, name: str, file: Any) -> None:
        self.name = name
        self.file = file
        self.start = file.tell()
        self.length = file.seek(0, os.SEEK_END) - self.start
        file.seek(self.start)

    def chunks(self) -> Iterator[bytes]:
        """Rewind the file to its initial position and yield the content. Raises UploadError."""
        try:
            self.file.seek(self.start)
        except (OSError, ValueError) as error:
            raise UploadError("{}: cannot rewind the file: {}".format(self.name, error)) from error
        return _check_length(self.name, self.length, _read_chunks(self.name, self.file))


class PathSource(Source):
    """A file by its path, opened only while its content is sent."""

    def __init__(self, name: str, path: Any) -> None:
        self.name = name
        self.path = os.fspath(path)
        with self._open() as file:  # so that a missing file is an error now, and not while sending
            try:
                self.length = file.seek(0, os.SEEK_END)
            except OSError as error:
                raise UploadError(
                    "{}: {!r} has no length; open it and pass the file object".format(name, self.path)
                ) from error

    def _open(self) -> IO[bytes]:
        try:
            return open(self.path, "rb", buffering=0)
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or error
            raise UploadError("{}: cannot read {!r}: {}".format(self.name, self.path, reason)) from error

    def chunks(self) -> Iterator[bytes]:
        """Open the file and yield its content. Raises UploadError."""
        with self._open() as file:
            for chunk in _check_length(self.name, self.length, _read_chunks(self.name, file)):
                yield chunk


def _read_chunks(name: str, file: Any) -> Iterator[bytes]:
    """Yield the rest of a file. Raises UploadError if it cannot be read."""
    while True:
        try:
            chunk = file.read(CHUNK_SIZE)
        except (OSError, ValueError) as error:
            # An UploadError, because a transport would take an OSError for a network failure.
            raise UploadError("{}: cannot read the file: {}".format(name, error)) from error
        if not chunk:
            return
        if not isinstance(chunk, (bytes, bytearray)):
            raise UploadError("{}: expected bytes from the file's read(), got {}".format(name, type(chunk).__name__))
        yield bytes(chunk)


def _check_length(name: str, length: int, chunks: Iterator[bytes]) -> Iterator[bytes]:
    """Yield `chunks`, but never more than `length` bytes. Raises UploadError if they are more or fewer."""
    for chunk in chunks:
        length -= len(chunk)
        if length < 0:
            break
        yield chunk
    if length:
        raise UploadError("{}: the size of the file changed while it was sent".format(name))


def escape(name: str) -> str:
    """Escape the name of a field or file for a quoted string in a header."""
    return name.translate(ESCAPES)


def is_file(value: Any) -> bool:
    """Return whether a value of a form is a file rather than text."""
    if isinstance(value, tuple):
        return 2 <= len(value) <= 4 and (value[0] is None or isinstance(value[0], str)) and is_file(value[1])
    return isinstance(value, (bytes, bytearray, memoryview, os.PathLike)) or hasattr(value, "read")


def _flatten_field(
    name: str, value: Any, texts: List[Tuple[str, str]], files: List[Tuple[str, Any]], files_only: bool = False
) -> None:
    """Append the texts and files in one value of the form to `texts` and `files`, each with its name.

    Raises ArgumentError for a text if `files_only` is true.
    """
    if is_file(value):
        files.append((name, value))
    elif isinstance(value, dict):
        for key, item in value.items():
            _flatten_field("{}[{}]".format(name, key), item, texts, files, files_only)
    elif isinstance(value, (list, tuple)):
        for item in value:
            _flatten_field(name + "[]", item, texts, files, files_only)
    elif files_only and value is not None:
        raise not_a_file_error(name, value)
    elif isinstance(value, bool):
        texts.append((name, "true" if value else "false"))
    elif value is not None:
        texts.append((name, value if isinstance(value, str) else str(value)))


def not_a_file_error(name: str, value: Any) -> ArgumentError:
    """Build the error of a value that is not a file where one is expected."""
    hint = "; to send a file by its path, pass pathlib.Path(…)" if isinstance(value, str) else ""
    return ArgumentError(
        "{}: expected bytes, a path object, a readable binary file or a tuple (name, content[, type]), got {}{}".format(
            name, type(value).__name__, hint
        )
    )


def _utf8(name: str, text: str, errors: str = "strict") -> bytes:
    try:
        return text.encode("utf-8", errors)
    except UnicodeEncodeError:
        message = "{!r}: the text contains a lone surrogate, which is not valid Unicode"
        raise ArgumentError(message.format(name)) from None


def _file_metadata(name: str, value: Any) -> Tuple[str, Any, str, Dict[str, str]]:
    """Return the name, content, type and further headers of a file."""
    items: Tuple[Any, ...] = value if isinstance(value, tuple) else (None, value)
    filename: Optional[str] = items[0]
    content = items[1]
    if filename is None:
        path = os.fspath(content) if isinstance(content, os.PathLike) else getattr(content, "name", None)
        filename = os.path.basename(os.fsdecode(path)) if isinstance(path, (str, bytes)) else ""
    filename = filename if filename and not filename.startswith("<") else DEFAULT_FILENAME
    content_type = items[2] if len(items) > 2 and items[2] else None
    if content_type is None:
        from mimetypes import guess_type

        content_type = guess_type(filename)[0] or "application/octet-stream"
    return filename, content, content_type, dict(items[3]) if len(items) > 3 and items[3] else {}


def _header_value(name: str, value: str) -> str:
    if not isinstance(value, str) or any(character < " " for character in value):
        raise ArgumentError("{}: {!r} is not allowed in the header of a part".format(name, value))
    return value
