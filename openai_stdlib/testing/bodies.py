# SPDX-License-Identifier: MIT
"""Request bodies of any size in constant memory: digests, spooled contents and an incremental parser of forms.

Reference: RFC 7578 (multipart/form-data).
"""

from __future__ import annotations

import hashlib
import tempfile
from email.message import Message

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import IO, Dict, List, Optional

MAX_MEMORY_BYTES = 1 << 20  # longer contents are spooled to a temporary file, and truncated in recordings
MAX_STORED_BYTES = (
    64 << 20
)  # the limit of the API for a part of an upload; of longer contents only the length and the hash are kept
EXCERPT_BYTES = 64 << 10  # kept of each end of a body that is too long to be recorded


class Digest:
    """Length and SHA-256 of a sequence of bytes, with all of the bytes or the two ends of them.

    Without `hashing` the hash is empty; hashing takes most of the time of a long upload.
    """

    __slots__ = ("length", "head", "tail", "_hash")

    def __init__(self, hashing: bool = True) -> None:
        self.length: int = 0
        self.head: bytearray = (
            bytearray()
        )  # all bytes while there are at most MAX_MEMORY_BYTES, then the first EXCERPT_BYTES
        self.tail: bytes = b""
        self._hash = hashlib.sha256() if hashing else None

    @property
    def complete(self) -> bool:
        """Whether `head` holds all bytes."""
        return self.length <= MAX_MEMORY_BYTES

    @property
    def sha256(self) -> str:
        """The hash of all bytes in hexadecimal digits; "" without hashing."""
        return "" if self._hash is None else self._hash.hexdigest()

    def feed(self, data: bytes) -> None:
        """Add the next bytes."""
        if self._hash is not None:
            self._hash.update(data)
        was_complete = self.complete
        self.length += len(data)
        if self.complete:
            self.head += data
        else:
            previous_tail = bytes(self.head[-EXCERPT_BYTES:]) if was_complete else self.tail
            self.tail = (previous_tail + data[-EXCERPT_BYTES:])[-EXCERPT_BYTES:]
            if was_complete:
                self.head = (self.head + data[:EXCERPT_BYTES])[:EXCERPT_BYTES]


class Blob:
    """A content that can be read repeatedly, unless it is longer than `MAX_STORED_BYTES`; must be closed."""

    __slots__ = ("digest", "_file")

    def __init__(self, hashing: bool = True) -> None:
        self.digest: Digest = Digest(hashing)
        self._file: Optional[IO[bytes]] = None

    def write(self, data: bytes) -> None:
        """Append bytes."""
        if self.digest.complete and self.digest.length + len(data) > MAX_MEMORY_BYTES:
            self._file = tempfile.TemporaryFile()
            self._file.write(self.digest.head)
        self.digest.feed(data)
        if self._file is not None:
            if self.digest.length > MAX_STORED_BYTES:
                self.close()
            else:
                self._file.write(data)

    def read(self) -> Optional[bytes]:
        """Return the whole content, or None if it was too long to be stored."""
        if self.digest.complete:
            return bytes(self.digest.head)
        if self._file is None:
            return None
        self._file.seek(0)
        return self._file.read()

    def close(self) -> None:
        """Delete the temporary file, if there is one."""
        if self._file is not None:
            self._file.close()
            self._file = None


class FormPart:
    """One part of a multipart form: its headers and its content."""

    __slots__ = ("name", "filename", "content_type", "blob")

    def __init__(self, head: bytes, hashing: bool) -> None:
        fields: Dict[str, str] = {}
        for line in head.decode("utf-8", "surrogateescape").split("\r\n"):
            key, _, value = line.partition(":")
            fields[key.strip().lower()] = value.strip()
        message = Message()
        message["Content-Disposition"] = fields.get("content-disposition", "")
        name = message.get_param("name", "", "content-disposition")
        self.name: str = name if isinstance(name, str) else name[2]  # a triple for the encoding of RFC 2231
        self.filename: Optional[str] = message.get_filename()
        self.content_type: str = fields.get("content-type", "")
        self.blob: Blob = Blob(hashing)

    def detach_blob(self) -> Blob:
        """Detach and return the content; the caller becomes responsible for closing it."""
        blob, self.blob = self.blob, Blob()
        return blob


class Form:
    """Incremental parser of multipart/form-data (RFC 7578); must be closed."""

    def __init__(self, boundary: str, hashing: bool = True) -> None:
        self.parts: List[FormPart] = []
        self.finished: bool = False
        self._hashing = hashing
        self._delimiter = b"\r\n--" + boundary.encode("latin-1")
        self._buffer = bytearray(b"\r\n")  # so that the first delimiter looks like all others
        self._in_head = False

    def feed(self, data: bytes) -> None:
        """Parse the next bytes. Raises ValueError if they are not a valid form."""
        self._buffer += data
        while not self.finished and (self._parse_head() if self._in_head else self._parse_content()):
            pass
        if self.finished:
            self._buffer.clear()

    def close(self) -> None:
        """Delete the temporary files of the parts."""
        for part in self.parts:
            part.blob.close()

    def _parse_head(self) -> bool:
        """Parse what follows a delimiter; return whether there may be more to parse."""
        if len(self._buffer) < 2:
            return False
        if self._buffer.startswith(b"--"):
            self.finished = True
            return False
        end = self._buffer.find(b"\r\n\r\n")
        if end < 0:
            if len(self._buffer) > EXCERPT_BYTES:
                raise ValueError("the headers of a part do not end within {:,} bytes".format(EXCERPT_BYTES))
            return False
        self.parts.append(FormPart(bytes(self._buffer[2:end]), self._hashing))
        del self._buffer[: end + 4]
        self._in_head = False
        return True

    def _parse_content(self) -> bool:
        """Parse content up to the next delimiter; return whether the delimiter has arrived."""
        end = self._buffer.find(self._delimiter)
        has_delimiter = end >= 0
        if not has_delimiter:
            end = max(0, len(self._buffer) - len(self._delimiter) + 1)
        if self.parts and end:
            self.parts[-1].blob.write(bytes(self._buffer[:end]))
        del self._buffer[: end + len(self._delimiter) if has_delimiter else end]
        self._in_head = has_delimiter
        return has_delimiter


def parse_boundary(content_type: str) -> str:
    """Return the boundary of a multipart/form-data Content-Type, or "" for any other type."""
    message = Message()
    message["Content-Type"] = content_type
    if message.get_content_type() != "multipart/form-data":
        return ""
    boundary = message.get_param("boundary", "")
    return boundary if isinstance(boundary, str) else ""
