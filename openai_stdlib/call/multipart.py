# SPDX-License-Identifier: MIT
"""Bodies of type multipart/form-data (RFC 7578): fields and files of any size, in constant memory.

A `Multipart` knows its length up front and can be iterated again: files by path are opened anew, open files are
rewound to where they stood. What cannot be rewound (a pipe) is kept in a temporary file first. File names are
escaped (as WHATWG HTML says, and backslashes doubled, as RFC 7578 parsers expect), so that no name can break out of its
header. Imports nothing of ours but the errors.
"""

from __future__ import annotations

import io
import os

from .errors import ArgumentError, UploadError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import IO, Any, Dict, Iterator, List, Mapping, Optional, Tuple

CHUNK_SIZE = 256 * 1024  # bytes read from a file and handed on at once
MAX_SPOOL_MEMORY = 1 << 20  # bytes of a pipe kept in memory before a temporary file takes over
DEFAULT_FILENAME = "upload"

ESCAPES = {code: "%{:02X}".format(code) for code in range(0x20)}
ESCAPES.update({ord('"'): "%22", ord("\\"): "\\\\"})


class Multipart:
    """A form as a request's body: iterate for its bytes, `length` is their number.

    `fields` are text parts; mappings and lists in them become `name[key]` and `name[]`. Values that are files (bytes,
    a path object, a readable binary file, or a tuple `(name, content[, type[, headers]])`) become file parts, after
    the fields. What stands in the field `upload` must be files. Raises UploadError for a file that cannot be read.
    `close` deletes what was kept aside; files that the caller opened stay open.
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
        parts = sum(len(head) + source.length + 2 for head, source in self._files)
        self.length = len(self._texts) + parts + len(self._end)

    @property
    def content_type(self) -> str:
        """The value of the Content-Type header."""
        return "multipart/form-data; boundary=" + self.boundary

    def __iter__(self) -> Iterator[bytes]:
        ready = self._texts
        for head, source in self._files:
            yield ready + head
            for block in source.blocks():
                yield block
            ready = b"\r\n"
        yield ready + self._end

    def __len__(self) -> int:
        return self.length

    def close(self) -> None:
        """Delete what was kept aside. May be called more than once."""
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
        for block in _read_blocks(name, content):
            spooled.write(block)
        spooled.seek(0)
        return spooled


class TextPart(str):
    """A field that says what kind of text it is: `content_type`."""

    content_type = ""

    def __new__(cls, text: str, content_type: str) -> TextPart:
        made = str.__new__(cls, text)
        made.content_type = content_type
        return made


class Source:
    """Where a file's bytes come from: `blocks()` yields all `length` of them, each time anew."""

    length: int

    def blocks(self) -> Iterator[bytes]:
        """Yield the content from its start."""
        raise NotImplementedError


class BytesSource(Source):
    """Content that is in memory."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.length = len(content)

    def blocks(self) -> Iterator[bytes]:
        """Yield slices of the content."""
        for start in range(0, self.length, CHUNK_SIZE):
            yield self.content[start : start + CHUNK_SIZE]


class FileSource(Source):
    """An open file that the caller owns, from where it stands to its end."""

    def __init__(self, name: str, file: Any) -> None:
        self.name = name
        self.file = file
        self.start = file.tell()
        self.length = file.seek(0, os.SEEK_END) - self.start
        file.seek(self.start)

    def blocks(self) -> Iterator[bytes]:
        """Rewind the file and yield what is there."""
        try:
            self.file.seek(self.start)
        except (OSError, ValueError) as error:
            raise UploadError("{}: cannot rewind the file: {}".format(self.name, error)) from error
        return _check_length(self.name, self.length, _read_blocks(self.name, self.file))


class PathSource(Source):
    """A file by its path; opened when its turn comes, and closed after."""

    def __init__(self, name: str, path: Any) -> None:
        self.name = name
        self.path = os.fspath(path)
        with self._open() as file:  # now rather than in the middle of sending
            try:
                self.length = file.seek(0, os.SEEK_END)
            except OSError as error:
                raise UploadError(
                    "{}: {!r} has no length; open it and pass the file".format(name, self.path)
                ) from error

    def _open(self) -> IO[bytes]:
        try:
            return open(self.path, "rb", buffering=0)
        except (OSError, ValueError) as error:
            said = getattr(error, "strerror", None) or error
            raise UploadError("{}: cannot read {!r}: {}".format(self.name, self.path, said)) from error

    def blocks(self) -> Iterator[bytes]:
        """Open the file and yield its content."""
        with self._open() as file:
            for block in _check_length(self.name, self.length, _read_blocks(self.name, file)):
                yield block


def _read_blocks(name: str, file: Any) -> Iterator[bytes]:
    while True:
        try:
            block = file.read(CHUNK_SIZE)
        except (OSError, ValueError) as error:
            # Not an OSError any more: to a transport that would look like a failure of the network.
            raise UploadError("{}: cannot read the file: {}".format(name, error)) from error
        if not block:
            return
        if not isinstance(block, (bytes, bytearray)):
            raise UploadError("{}: the file's read() gave {}, not bytes".format(name, type(block).__name__))
        yield bytes(block)


def _check_length(name: str, length: int, blocks: Iterator[bytes]) -> Iterator[bytes]:
    for block in blocks:
        length -= len(block)
        if length < 0:
            break
        yield block
    if length:
        raise UploadError("{}: the file changed its size while it was sent".format(name))


def escape(name: str) -> str:
    """Escape a field's or file's name so that it stays inside its quotes."""
    return name.translate(ESCAPES)


def is_file(value: Any) -> bool:
    """Tell whether a form's value is a file rather than text."""
    if isinstance(value, tuple):
        return 2 <= len(value) <= 4 and (value[0] is None or isinstance(value[0], str)) and is_file(value[1])
    return isinstance(value, (bytes, bytearray, memoryview, os.PathLike)) or hasattr(value, "read")


def _flatten_field(
    name: str, value: Any, texts: List[Tuple[str, str]], files: List[Tuple[str, Any]], upload: bool = False
) -> None:
    """Flatten one value of the form into named texts and files; with `upload`, into files alone."""
    if is_file(value):
        files.append((name, value))
    elif isinstance(value, dict):
        for key, inner in value.items():
            _flatten_field("{}[{}]".format(name, key), inner, texts, files, upload)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            _flatten_field(name + "[]", inner, texts, files, upload)
    elif upload and value is not None:
        raise not_a_file_error(name, value)
    elif isinstance(value, bool):
        texts.append((name, "true" if value else "false"))
    elif value is not None:
        texts.append((name, value if isinstance(value, str) else str(value)))


def not_a_file_error(name: str, value: Any) -> ArgumentError:
    """Build the error of a value that is no file where one is expected."""
    hint = "; for a file by its path, pass pathlib.Path(…)" if isinstance(value, str) else ""
    return ArgumentError(
        "{}: expected bytes, a path object, a readable binary file or a tuple (name, content[, type]), got {}{}".format(
            name, type(value).__name__, hint
        )
    )


def _utf8(name: str, text: str, errors: str = "strict") -> bytes:
    try:
        return text.encode("utf-8", errors)
    except UnicodeEncodeError:
        said = "{!r}: the text holds half of a surrogate pair, which is not valid Unicode"
        raise ArgumentError(said.format(name)) from None


def _file_metadata(name: str, value: Any) -> Tuple[str, Any, str, Dict[str, str]]:
    """Return a file's name, content, type and further headers."""
    given: Tuple[Any, ...] = value if isinstance(value, tuple) else (None, value)
    filename: Optional[str] = given[0]
    content = given[1]
    if filename is None:
        known = os.fspath(content) if isinstance(content, os.PathLike) else getattr(content, "name", None)
        filename = os.path.basename(os.fsdecode(known)) if isinstance(known, (str, bytes)) else ""
    filename = filename if filename and not filename.startswith("<") else DEFAULT_FILENAME
    content_type = given[2] if len(given) > 2 and given[2] else None
    if content_type is None:
        from mimetypes import guess_type

        content_type = guess_type(filename)[0] or "application/octet-stream"
    return filename, content, content_type, dict(given[3]) if len(given) > 3 and given[3] else {}


def _header_value(name: str, value: str) -> str:
    if not isinstance(value, str) or any(character < " " for character in value):
        raise ArgumentError("{}: {!r} cannot stand in a header of a form".format(name, value))
    return value
