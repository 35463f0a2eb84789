# SPDX-License-Identifier: MIT
"""Bodies of type multipart/form-data (RFC 7578): fields and files of any size, in constant memory.

A `Multipart` has its length up front and can be iterated again for a retry; file_source.py reads the files. Names are
escaped so that none can break out of its header: as in the WHATWG HTML standard, with backslashes doubled, as parsers
of RFC 7578 expect.
"""

from __future__ import annotations

import os

from .errors import ArgumentError
from .file_source import open_source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Iterator, List, Mapping, Optional, Tuple

    from .file_source import Source

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
        self.boundary: str = os.urandom(16).hex()
        texts: List[Tuple[str, str]] = []
        files: List[Tuple[str, Any]] = []
        for name, value in fields.items():
            if name == upload:
                _check_files(name, value)
            if type(value) is str:
                texts.append((name, value))
                continue
            from .jsonable import iter_fields

            for inner_name, item in iter_fields(name, value, "a form", is_file):
                (texts if isinstance(item, str) else files).append((inner_name, item))
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
        self.length: int = len(self._texts) + files_length + len(self._end)

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
        for _, source in self._files:
            source.close()

    def _head(self, name: str, extra: str) -> bytes:
        head = '--{}\r\nContent-Disposition: form-data; name="{}"{}\r\n\r\n'
        return _utf8(name, head.format(self.boundary, escape(name), extra), "surrogateescape")

    def _text_part(self, name: str, value: str) -> bytes:
        content_type = getattr(value, "content_type", "")
        extra = "\r\nContent-Type: " + content_type if content_type else ""
        return self._head(name, extra) + _utf8(name, value) + b"\r\n"

    def _file_part(self, name: str, value: Any) -> Tuple[bytes, Source]:
        filename, content, content_type, headers = _file_metadata(name, value)
        if not isinstance(content, (bytes, bytearray, memoryview, os.PathLike)) and not hasattr(content, "read"):
            raise not_a_file_error(name, content)
        source = open_source(name, content)
        lines = ['; filename="{}"'.format(escape(filename)), "Content-Type: " + _header_value(name, content_type)]
        lines += ["{}: {}".format(_header_value(name, key), _header_value(name, headers[key])) for key in headers]
        return self._head(name, "\r\n".join(lines)), source


class TextPart(str):
    """A text part with a Content-Type of its own, `content_type`."""

    content_type = ""

    def __new__(cls, text: str, content_type: str) -> TextPart:
        part = str.__new__(cls, text)
        part.content_type = content_type
        return part


def escape(name: str) -> str:
    """Escape the name of a field or file for a quoted string in a header."""
    return name.translate(ESCAPES)


def is_file(value: Any) -> bool:
    """Return whether a value of a form is a file rather than text."""
    if isinstance(value, tuple):
        return 2 <= len(value) <= 4 and (value[0] is None or isinstance(value[0], str)) and is_file(value[1])
    return isinstance(value, (bytes, bytearray, memoryview, os.PathLike)) or hasattr(value, "read")


def _check_files(name: str, value: Any) -> None:
    """Raise ArgumentError if a field for files has anything else in it."""
    if isinstance(value, dict):
        for key, item in value.items():
            _check_files("{}[{}]".format(name, key), item)
    elif isinstance(value, (list, tuple)) and not is_file(value):
        for item in value:
            _check_files(name + "[]", item)
    elif value is not None and not is_file(value):
        raise not_a_file_error(name, value)


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
        filename = "" if filename.startswith("<") else filename  # "<stdin>" is not a file name
    filename = filename or DEFAULT_FILENAME
    content_type = items[2] if len(items) > 2 and items[2] else None
    if content_type is None:
        from mimetypes import guess_type

        content_type = guess_type(filename)[0] or "application/octet-stream"
    headers = items[3] if len(items) > 3 and items[3] else {}
    if not hasattr(headers, "keys"):
        message = "{}: expected a mapping of headers as the fourth item, got {}"
        raise ArgumentError(message.format(name, type(headers).__name__))
    return filename, content, content_type, dict(headers)


def _header_value(name: str, value: str) -> str:
    if not isinstance(value, str) or any(character < " " for character in value):
        raise ArgumentError("{}: {!r} is not allowed in the header of a part".format(name, value))
    return value
