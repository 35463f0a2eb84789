# SPDX-License-Identifier: MIT
"""Request bodies of any size in constant memory: what is kept of them, and the parts of a form.

Lives here: `Blob` (one content), `Digest` (what a recording keeps of a body) and `Form` (multipart/form-data, parsed
while it arrives). Must not live here: sockets, and what an operation makes of a part.
"""

from __future__ import annotations

import hashlib
import tempfile
from email.message import Message

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import IO, Dict, List, Optional

KEPT_IN_MEMORY = 1 << 20  # bytes; what is longer goes to a temporary file, or is cut when recorded
KEPT_ON_DISK = 16 << 20  # bytes; of what is longer only its length and its hash are known
EDGE = 64 << 10  # bytes kept of each end of a body that is too long to be recorded


class Digest:
    """What is known of a run of bytes: its length and hash, and all of it or its two ends.

    Without `hashing` the hash stays empty; it is most of the work that a long upload makes.
    """

    __slots__ = ("length", "head", "tail", "_hash")

    def __init__(self, hashing: bool = True) -> None:
        self.length = 0
        self.head = bytearray()  # everything, until there is too much
        self.tail = b""
        self._hash = hashlib.sha256() if hashing else None

    @property
    def complete(self) -> bool:
        """Tell whether `head` is all there is."""
        return self.length <= KEPT_IN_MEMORY

    @property
    def sha256(self) -> str:
        """Return the hash of all that was fed, in hexadecimal digits."""
        return "" if self._hash is None else self._hash.hexdigest()

    def feed(self, data: bytes) -> None:
        """Take the next bytes."""
        if self._hash is not None:
            self._hash.update(data)
        was_complete = self.complete
        self.length += len(data)
        if self.complete:
            self.head += data
        else:
            self.tail = ((bytes(self.head[-EDGE:]) if was_complete else self.tail) + data[-EDGE:])[-EDGE:]
            if was_complete:
                self.head = (self.head + data[:EDGE])[:EDGE]


class Blob:
    """A content that can be read again, unless it is longer than `KEPT_ON_DISK`. Close it."""

    __slots__ = ("digest", "_file")

    def __init__(self, hashing: bool = True) -> None:
        self.digest = Digest(hashing)
        self._file: Optional[IO[bytes]] = None

    def write(self, data: bytes) -> None:
        """Take the next bytes."""
        if self.digest.complete and self.digest.length + len(data) > KEPT_IN_MEMORY:
            self._file = tempfile.TemporaryFile()
            self._file.write(self.digest.head)
        self.digest.feed(data)
        if self._file is not None:
            if self.digest.length > KEPT_ON_DISK:
                self.close()
            else:
                self._file.write(data)

    def read(self) -> Optional[bytes]:
        """Return the content, or None if it was too long to be kept."""
        if self.digest.complete:
            return bytes(self.digest.head)
        if self._file is None:
            return None
        self._file.seek(0)
        return self._file.read()

    def close(self) -> None:
        """Give the temporary file back, if there is one."""
        if self._file is not None:
            self._file.close()
            self._file = None


class FormPart:
    """One part of a form, as it arrived."""

    __slots__ = ("name", "filename", "content_type", "blob")

    def __init__(self, head: bytes, hashing: bool) -> None:
        fields: Dict[str, str] = {}
        for line in head.decode("utf-8", "surrogateescape").split("\r\n"):
            key, _, value = line.partition(":")
            fields[key.strip().lower()] = value.strip()
        message = Message()
        message["Content-Disposition"] = fields.get("content-disposition", "")
        name = message.get_param("name", "", "content-disposition")
        self.name = name if isinstance(name, str) else name[2]  # a triple if it was written as RFC 2231 says
        self.filename = message.get_filename()
        self.content_type = fields.get("content-type", "")
        self.blob = Blob(hashing)

    def take(self) -> Blob:
        """Hand the content over: whoever takes it closes it."""
        blob, self.blob = self.blob, Blob()
        return blob


class Form:
    """A parser of multipart/form-data (RFC 7578) that is fed while the body arrives. Close it."""

    def __init__(self, boundary: str, hashing: bool = True) -> None:
        self.parts: List[FormPart] = []
        self.finished = False
        self._hashing = hashing
        self._mark = b"\r\n--" + boundary.encode("latin-1")
        self._buffer = bytearray(b"\r\n")  # so that the first mark looks like all others
        self._in_head = False

    def feed(self, data: bytes) -> None:
        """Take the next bytes. Raises ValueError if they are no form."""
        self._buffer += data
        while not self.finished and (self._take_head() if self._in_head else self._take_content()):
            pass
        if self.finished:
            self._buffer.clear()

    def close(self) -> None:
        """Give the temporary files of the parts back."""
        for part in self.parts:
            part.blob.close()

    def _take_head(self) -> bool:
        if len(self._buffer) < 2:
            return False
        if self._buffer.startswith(b"--"):
            self.finished = True
            return False
        end = self._buffer.find(b"\r\n\r\n")
        if end < 0:
            if len(self._buffer) > EDGE:
                raise ValueError("the head of a part has no end")
            return False
        self.parts.append(FormPart(bytes(self._buffer[2:end]), self._hashing))
        del self._buffer[: end + 4]
        self._in_head = False
        return True

    def _take_content(self) -> bool:
        end = self._buffer.find(self._mark)
        found = end >= 0
        if not found:
            end = max(0, len(self._buffer) - len(self._mark) + 1)
        if self.parts and end:
            self.parts[-1].blob.write(bytes(self._buffer[:end]))
        del self._buffer[: end + len(self._mark) if found else end]
        self._in_head = found
        return found


def form_boundary(content_type: str) -> str:
    """Return the boundary that a Content-Type names, or "" if it is no form."""
    message = Message()
    message["Content-Type"] = content_type
    if message.get_content_type() != "multipart/form-data":
        return ""
    boundary = message.get_param("boundary", "")
    return boundary if isinstance(boundary, str) else ""
