# SPDX-License-Identifier: MIT
"""Reader of HTTP/1.1 requests on the server side of a socket (RFC 9112)."""

from __future__ import annotations

import re

from .bodies import Digest, Form, parse_boundary
from .recorded_request import RecordedRequest
from .server_responses import APIErrorResponse

TYPE_CHECKING = False
if TYPE_CHECKING:
    import socket
    from typing import Iterator, List, Optional, Tuple

MAX_HEAD_BYTES = 64 << 10  # of the request line, and of each header line
MAX_HEADERS = 200
MAX_JSON_BYTES = 256 << 20  # of a body that has to be kept in memory
READ_SIZE = 256 << 10  # bytes

_REQUEST_LINE = re.compile(r"([!#$%&'*+.^_`|~0-9A-Za-z-]+) ([!-~]+) HTTP/1\.([01])\Z")
_FIELD = re.compile(r"([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*(.*?)[ \t]*\Z", re.S)


class SocketReader:
    """Buffered reader of a socket. Its methods raise ConnectionError if the client closes too early."""

    def __init__(self, sock: socket.socket) -> None:
        self._sock = sock
        self._buffer = bytearray()

    def _receive(self) -> bool:
        data = self._sock.recv(READ_SIZE)
        self._buffer += data
        return bool(data)

    def read_until(self, delimiter: bytes, limit: int = MAX_HEAD_BYTES) -> bytes:
        """Return the bytes before a delimiter, and skip the delimiter. Raises ValueError beyond the limit."""
        start = 0
        while True:
            position = self._buffer.find(delimiter, start)
            if 0 <= position <= limit:
                data = bytes(self._buffer[:position])
                del self._buffer[: position + len(delimiter)]
                return data
            if len(self._buffer) > limit:
                raise ValueError("no end within {:,} bytes".format(limit))
            start = max(0, len(self._buffer) - len(delimiter) + 1)
            if not self._receive():
                raise ConnectionError("the client closed the connection")

    def take_buffer(self) -> bytes:
        """Return the bytes that were received but not read, and forget them."""
        data = bytes(self._buffer)
        self._buffer.clear()
        return data

    def iter_bytes(self, length: int) -> Iterator[bytes]:
        """Yield the next `length` bytes as they arrive."""
        while length:
            if not self._buffer and not self._receive():
                raise ConnectionError("the client closed the connection")
            data = bytes(self._buffer[:length])
            del self._buffer[:length]
            length -= len(data)
            yield data


class RequestBodyReader:
    """Consumer of a request body: records a digest, and parses a form or keeps the content for the handler."""

    def __init__(self, content_type: str, hashing: bool = True) -> None:
        boundary = parse_boundary(content_type)
        self.form: Optional[Form] = Form(boundary, hashing) if boundary else None
        self.content: bytearray = bytearray()
        self.digest: Digest = Digest(hashing)

    def feed(self, data: bytes) -> None:
        """Add the next bytes. Raises ValueError for an invalid form, APIErrorResponse for a body that is too long."""
        self.digest.feed(data)
        if self.form is not None:
            self.form.feed(data)
        elif len(self.content) + len(data) > MAX_JSON_BYTES:
            raise APIErrorResponse(413, "The request body is too large.")
        else:
            self.content += data

    def close(self) -> None:
        """Delete the temporary files of the form, if there is one."""
        if self.form is not None:
            self.form.close()


class RequestReader:
    """Reader of the requests of one connection, one after another.

    `connection_number` is recorded with each request.
    """

    def __init__(self, sock: socket.socket, connection_number: int) -> None:
        self._sock = sock
        self._reader = SocketReader(sock)
        self._connection_number = connection_number

    def read_head(self) -> Optional[RecordedRequest]:
        """Read a request line and headers; return None if the client closed. Raises ValueError if they are invalid."""
        try:
            line = b""
            while not line:  # RFC 9112 section 2.2: ignore empty lines before the request line
                line = self._reader.read_until(b"\r\n")
        except ConnectionError:
            return None
        match = _REQUEST_LINE.match(line.decode("latin-1"))
        if match is None:
            raise ValueError("not an HTTP/1.1 request line")
        headers: List[Tuple[str, str]] = []
        while True:
            line = self._reader.read_until(b"\r\n")
            if not line:
                break
            field = _FIELD.match(line.decode("latin-1"))
            if field is None or len(headers) == MAX_HEADERS:
                raise ValueError("not a header line" if field is None else "too many headers")
            headers.append((field.group(1), field.group(2)))
        version = "HTTP/1." + match.group(3)
        return RecordedRequest(match.group(1), match.group(2), version, headers, self._connection_number)

    def iter_body(self, request: RecordedRequest) -> Iterator[bytes]:
        """Return an iterator over the body, sending "100 Continue" first if the client expects it.

        Raises ValueError for invalid framing.
        """
        coding = request.header("transfer-encoding").lower()
        length = request.header("content-length", "0")
        if coding not in ("", "chunked"):
            raise ValueError("unknown transfer coding {}".format(coding))
        if not (length.isdigit() and length.isascii()):
            raise ValueError("the Content-Length is not a number")
        if request.header("expect").lower() == "100-continue" and (coding or int(length)):
            self._sock.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
        return self._iter_chunked() if coding else self._reader.iter_bytes(int(length))

    def take_buffer(self) -> bytes:
        """Return the bytes that were received after the request, which is complete."""
        return self._reader.take_buffer()

    def _iter_chunked(self) -> Iterator[bytes]:
        """Yield the data of a chunked body (RFC 9112 section 7.1)."""
        while True:
            size = self._reader.read_until(b"\r\n").split(b";")[0].strip()
            length = int(size, 16)
            if length < 0:
                raise ValueError("a chunk has a negative size")
            if not length:
                break
            for data in self._reader.iter_bytes(length):
                yield data
            if self._reader.read_until(b"\r\n", 2):
                raise ValueError("a chunk is longer than its size")
        while self._reader.read_until(b"\r\n"):
            pass  # trailer fields
