# SPDX-License-Identifier: MIT
"""HTTP/1.1 on one connection: requests off the socket, replies onto it, misbehaviour included.

Lives here: everything that counts bytes. Must not live here: what an answer says (routes.py and beyond).
Each connection has a thread, which alone closes the socket; stopping the server shuts the socket down under it.
"""

from __future__ import annotations

import os
import re
import socket
import struct
import zlib
from http.client import responses

from .bodies import Digest, Form, form_boundary
from .faults import HEADER
from .recorded_request import RecordedRequest
from .server_responses import APIErrorResponse, ServerResponse, event

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Iterator, List, Optional, Tuple

    from .faults import Fault
    from .server import EmbeddedServer

HEAD_LIMIT = 64 << 10  # bytes of request line and headers
JSON_LIMIT = 256 << 20  # bytes of a body that has to be held in memory
BLOCK = 256 << 10

_REQUEST_LINE = re.compile(r"([!#$%&'*+.^_`|~0-9A-Za-z-]+) ([!-~]+) HTTP/1\.([01])\Z")
_FIELD = re.compile(r"([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*(.*?)[ \t]*\Z", re.S)


class ConnectionAborted(Exception):
    """The connection is to end here, without another byte. `reset` tells how."""

    def __init__(self, reset: bool = False) -> None:
        super().__init__()
        self.reset = reset


class SocketReader:
    """Bytes off a socket, by mark or by count. Raises ConnectionError if they end too early."""

    def __init__(self, sock: socket.socket) -> None:
        self._sock = sock
        self._buffer = bytearray()

    def _more(self) -> bool:
        data = self._sock.recv(BLOCK)
        self._buffer += data
        return bool(data)

    def until(self, mark: bytes, limit: int = HEAD_LIMIT) -> bytes:
        """Return what comes before the mark, and skip the mark. Raises ValueError beyond the limit."""
        start = 0
        while True:
            found = self._buffer.find(mark, start)
            if 0 <= found <= limit:
                data = bytes(self._buffer[:found])
                del self._buffer[: found + len(mark)]
                return data
            if len(self._buffer) > limit:
                raise ValueError("more than {:,} bytes without an end".format(limit))
            start = max(0, len(self._buffer) - len(mark) + 1)
            if not self._more():
                raise ConnectionError("the client went away")

    def blocks(self, length: int) -> Iterator[bytes]:
        """Yield the next `length` bytes in blocks."""
        while length:
            if not self._buffer and not self._more():
                raise ConnectionError("the client went away")
            data = bytes(self._buffer[:length])
            del self._buffer[:length]
            length -= len(data)
            yield data


class RequestBodyReader:
    """A request's body on its way in: recorded, and parsed or held for its handler."""

    def __init__(self, content_type: str, hashing: bool = True) -> None:
        boundary = form_boundary(content_type)
        self.form = Form(boundary, hashing) if boundary else None
        self.content = bytearray()
        self.digest = Digest(hashing)

    def feed(self, data: bytes) -> None:
        """Take the next bytes. Raises ValueError for a form that is none, APIErrorResponse for what is too long."""
        self.digest.feed(data)
        if self.form is not None:
            self.form.feed(data)
        elif len(self.content) + len(data) > JSON_LIMIT:
            raise APIErrorResponse(413, "The request body is too large.")
        else:
            self.content += data

    def close(self) -> None:
        """Give back what the parts of a form hold."""
        if self.form is not None:
            self.form.close()


class Connection:
    """One accepted connection, from its first byte to its last."""

    def __init__(self, server: EmbeddedServer, sock: socket.socket, number: int) -> None:
        self._server = server
        self._sock = sock
        self._number = number
        self._reader = SocketReader(sock)

    def run(self) -> None:
        """Answer requests until either side has enough."""
        reset = False
        try:
            if hasattr(self._sock, "do_handshake"):
                self._sock.do_handshake()
            while self._serve_one():
                pass
            self._shutdown()
        except ConnectionAborted as broken:
            reset = broken.reset
            if not reset:
                self._shutdown()
        except (OSError, ValueError):
            pass  # the client went away, or the server is being stopped
        finally:
            self._close(reset)

    def abort(self) -> None:
        """Wake the thread of this connection, whatever it waits for."""
        try:
            # Not SSLSocket's own, which would pull the TLS state away from under the thread that uses it.
            socket.socket.shutdown(self._sock, socket.SHUT_RDWR)
        except OSError:
            pass

    def close(self) -> None:
        """Close the socket of a connection whose thread did not."""
        self._sock.close()

    def _shutdown(self) -> None:
        """Say goodbye in good order: close_notify if it is TLS, then FIN."""
        try:
            if hasattr(self._sock, "unwrap"):
                self._sock.settimeout(0)
                self._sock.unwrap()
        except (OSError, ValueError):
            pass
        try:
            socket.socket.shutdown(self._sock, socket.SHUT_WR)
        except OSError:
            pass

    def _close(self, reset: bool) -> None:
        try:
            if reset:  # a linger time of zero turns the FIN into a RST
                linger = struct.pack("hh" if os.name == "nt" else "ii", 1, 0)
                self._sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
            self._sock.close()
        except OSError:
            pass

    def _serve_one(self) -> bool:
        """Answer one request; tell whether another one may follow."""
        try:
            request = self._read_head()
        except ValueError as error:
            return self._refuse(APIErrorResponse(400, "Bad request: {}.".format(error)))
        if request is None:
            return False
        try:
            intake = RequestBodyReader(request.header("content-type"), self._server.record_bodies)
        except ValueError as error:
            return self._refuse(APIErrorResponse(400, "Bad request: {}.".format(error)))
        try:
            for block in self._read_body(request):
                intake.feed(block)
            fault, reply = self._server.respond(request, intake)
        except ValueError as error:
            return self._refuse(APIErrorResponse(400, "Bad request body: {}.".format(error)))
        except APIErrorResponse as refusal:
            return self._refuse(refusal)
        finally:
            intake.close()
        return ResponseWriter(self._server, self._sock, request, fault).send(reply)

    def _refuse(self, refusal: APIErrorResponse) -> bool:
        """Answer what could not be read, and close: where the next request would begin is not known."""
        reply = refusal.reply
        body = b"".join(reply.chunks)
        self._sock.sendall(_head(reply, ["Content-Length: {}".format(len(body)), "Connection: close"]) + body)
        self._shutdown()
        # Closing with unread bytes would reset the connection and could destroy the answer under way.
        self._sock.settimeout(0.2)
        for _ in range(64):
            if not self._sock.recv(BLOCK):
                break
        return False

    def _read_head(self) -> Optional[RecordedRequest]:
        try:
            line = b""
            while not line:  # RFC 9112 section 2.2: an empty line before the request line is no harm
                line = self._reader.until(b"\r\n")
        except ConnectionError:
            return None
        match = _REQUEST_LINE.match(line.decode("latin-1"))
        if match is None:
            raise ValueError("this is no HTTP/1.1 request line")
        headers: List[Tuple[str, str]] = []
        while True:
            line = self._reader.until(b"\r\n")
            if not line:
                break
            field = _FIELD.match(line.decode("latin-1"))
            if field is None or len(headers) == 200:
                raise ValueError("this is no header" if field is None else "too many headers")
            headers.append((field.group(1), field.group(2)))
        return RecordedRequest(match.group(1), match.group(2), "HTTP/1." + match.group(3), headers, self._number)

    def _read_body(self, request: RecordedRequest) -> Iterator[bytes]:
        coding = request.header("transfer-encoding").lower()
        length = request.header("content-length", "0")
        if coding not in ("", "chunked"):
            raise ValueError("the transfer coding {} is not known".format(coding))
        if not (length.isdigit() and length.isascii()):
            raise ValueError("the Content-Length is no number")
        if request.header("expect").lower() == "100-continue" and (coding or int(length)):
            self._sock.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
        return self._chunks() if coding else self._reader.blocks(int(length))

    def _chunks(self) -> Iterator[bytes]:
        """Yield the data of a chunked body (RFC 9112 section 7.1)."""
        while True:
            size = self._reader.until(b"\r\n").split(b";")[0].strip()
            length = int(size, 16)
            if length < 0:
                raise ValueError("a chunk of negative size")
            if not length:
                break
            for block in self._reader.blocks(length):
                yield block
            if self._reader.until(b"\r\n", 2):
                raise ValueError("a chunk is longer than its size")
        while self._reader.until(b"\r\n"):
            pass  # trailers


def _head(reply: ServerResponse, framing: List[str]) -> bytes:
    lines = ["HTTP/1.1 {} {}".format(reply.status, responses.get(reply.status, "Unknown"))]
    if reply.status not in (204, 304):
        lines.append("Content-Type: " + reply.content_type)
    lines.extend("{}: {}".format(name, value) for name, value in reply.headers.items())
    lines.extend(framing)
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1", "replace")


class ResponseWriter:
    """One reply on its way out, past the fault that it may meet."""

    def __init__(self, server: EmbeddedServer, sock: socket.socket, request: RecordedRequest, fault: Fault) -> None:
        self._server = server
        self._sock = sock
        self._request = request
        self._fault = fault
        self._room: Optional[int] = fault.get("cut", fault.get("reset"))  # bytes of body until the end
        self._chunked = False

    def send(self, reply: ServerResponse) -> bool:
        """Send the reply; tell whether the connection stays open. Raises Broken where the fault wants an end."""
        fault = self._fault
        if "stall" in fault:
            self._wait(fault.get("stall"))
        if "reset" in fault and fault.get("reset") is None:
            raise ConnectionAborted(reset=True)
        if "garbage" in fault:
            self._sock.sendall(b"\x15\x03\x01\x00\x02\x02\x50 this is not HTTP\r\n\r\n")
            raise ConnectionAborted()
        pieces = self._shaped(reply)
        keep = self._keeps(reply)
        self._sock.sendall(_head(reply, self._framing(reply, pieces, keep)))
        if self._request.method != "HEAD":
            self._send_body(pieces)
        return keep and "drop-idle" not in fault

    def _keeps(self, reply: ServerResponse) -> bool:
        wish = self._request.header("connection").lower()
        if "close" in self._fault or "close" in wish:
            return False
        return self._request.version == "HTTP/1.1" or ("keep-alive" in wish and not reply.streamed)

    def _shaped(self, reply: ServerResponse) -> List[bytes]:
        """Return the pieces of the body as the fault wants them."""
        fault, pieces = self._fault, list(reply.chunks)
        if reply.is_events:
            pieces = shaped_events(pieces, fault)
        if "gzip" in fault and any(pieces):
            reply.headers["Content-Encoding"] = "gzip"
            pieces = compressed(pieces)
        return pieces

    def _framing(self, reply: ServerResponse, pieces: List[bytes], keep: bool) -> List[str]:
        self._chunked = reply.streamed and self._request.version == "HTTP/1.1"
        lines = ["Connection: " + ("keep-alive" if keep else "close")]
        if self._chunked:
            lines.append("Transfer-Encoding: chunked")
        elif not reply.streamed and reply.status not in (204, 304):
            lines.append("Content-Length: {}".format(sum(map(len, pieces))))
        return lines

    def _send_body(self, pieces: List[bytes]) -> None:
        stall = self._fault.get("stall-body")
        last_event = self._fault.get("cut-events")
        if stall is not None and len(pieces) == 1:
            pieces = [pieces[0][:1], pieces[0][1:]]
        for number, piece in enumerate(pieces):
            if number == last_event and self._chunked:
                raise ConnectionAborted()
            if number and self._chunked and self._server.delay:
                self._wait(self._server.delay)
            if number == 1 and stall is not None:
                self._wait(stall)
            step = self._fault.get("slow") or len(piece) or 1
            for start in range(0, len(piece), step):
                self._send_part(piece[start : start + step])
        if self._room == 0:
            raise ConnectionAborted("reset" in self._fault)
        if self._chunked:
            self._sock.sendall(b"0\r\n\r\n")

    def _send_part(self, data: bytes) -> None:
        """Send some of the body: as one chunk if it travels in chunks, and no more than the fault has room for."""
        room = self._room
        if room == 0:
            raise ConnectionAborted("reset" in self._fault)
        frame = b"%x\r\n" % len(data) if self._chunked else b""
        if room is not None and room < len(data):
            self._sock.sendall(frame + data[:room])
            raise ConnectionAborted("reset" in self._fault)
        if room is not None:
            self._room = room - len(data)
        self._sock.sendall(frame + data + b"\r\n" if frame else data)

    def _wait(self, seconds: float) -> None:
        if self._server.stopping.wait(seconds):
            raise ConnectionAborted()


def shaped_events(pieces: List[bytes], fault: Fault) -> List[bytes]:
    """Return the events of a stream as the fault wants them."""
    if "no-done" in fault:
        pieces = pieces[:-1]
    if "stream-error" in fault:
        named = pieces[0].startswith(b"event:")
        error = {
            "message": fault.get("message") or "The server had an error while processing your request.",
            "type": fault.get("type") or "server_error",
            "param": None,
            "code": fault.get("code"),
        }
        pieces = pieces[: max(1, len(pieces) // 2)] + [event({"error": error}, "error" if named else "")]
    return [b": ping\n\n"] * fault.get("pings", 0) + pieces


def compressed(pieces: List[bytes]) -> List[bytes]:
    """Return the pieces as one gzip stream, each decodable as soon as it has arrived."""
    squeeze: Any = zlib.compressobj(6, zlib.DEFLATED, 31)
    result = [squeeze.compress(piece) + squeeze.flush(zlib.Z_SYNC_FLUSH) for piece in pieces]
    result[-1] += squeeze.flush()
    return result


def wants_fault(request: RecordedRequest) -> str:
    """Return the misbehaviour that a request asks for, as text."""
    return "; ".join(value for name, value in request.headers if name.lower() == HEADER.lower())
