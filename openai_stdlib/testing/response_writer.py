# SPDX-License-Identifier: MIT
"""Writer of HTTP/1.1 responses on the server side of a socket (RFC 9112), which carries out injected faults."""

from __future__ import annotations

import zlib
from http.client import responses

from .server_responses import encode_event

TYPE_CHECKING = False
if TYPE_CHECKING:
    import socket
    import threading
    from typing import Any, List, Optional, Protocol

    from .faults import Fault
    from .recorded_request import RecordedRequest
    from .server_responses import ServerResponse

    class ServerState(Protocol):
        """The members of `EmbeddedServer` that a writer reads; both may change while a response is written."""

        delay: float  # seconds between the chunks of a streamed body
        stopping: threading.Event
        record_bodies: bool


INTERIM_RESPONSE = b"HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload\r\n\r\n"


class ConnectionAborted(Exception):
    """Signals that the connection must end now, without another byte; `reset` means with an RST."""

    def __init__(self, reset: bool = False) -> None:
        super().__init__()
        self.reset = reset


def encode_head(response: ServerResponse, framing: List[str]) -> bytes:
    """Encode the status line and the headers, followed by the header lines in `framing`."""
    lines = ["HTTP/1.1 {} {}".format(response.status, responses.get(response.status, "Unknown"))]
    if response.status not in (101, 204, 304):
        lines.append("Content-Type: " + response.content_type)
    lines.extend("{}: {}".format(name, value) for name, value in response.headers.items())
    lines.extend(framing)
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1", "replace")


class ResponseWriter:
    """Writer of one response, subject to a fault."""

    def __init__(self, server: ServerState, sock: socket.socket, request: RecordedRequest, fault: Fault) -> None:
        self._server = server
        self._sock = sock
        self._request = request
        self._fault = fault
        self._remaining: Optional[int] = fault.get("cut", fault.get("reset"))  # bytes of the body before the fault
        self._chunked = False

    def send(self, response: ServerResponse) -> bool:
        """Send a response; return whether the connection stays open.

        Raises ConnectionAborted if the fault ends the connection.
        """
        fault = self._fault
        if "interim" in fault and self._request.version == "HTTP/1.1":
            self._sock.sendall(INTERIM_RESPONSE * fault.get("interim"))
        if "stall" in fault:
            self._wait(fault.get("stall"))
        if "reset" in fault and fault.get("reset") is None:
            raise ConnectionAborted(reset=True)
        if "garbage" in fault:
            self._sock.sendall(b"\x15\x03\x01\x00\x02\x02\x50 this is not HTTP\r\n\r\n")
            raise ConnectionAborted()
        chunks = self._transform_body(response)
        keep_alive = self._should_keep_alive(response)
        self._sock.sendall(encode_head(response, self._framing_headers(response, chunks, keep_alive)))
        if self._request.method != "HEAD":
            self._send_body(chunks)
        return keep_alive and "drop-idle" not in fault

    def _should_keep_alive(self, response: ServerResponse) -> bool:
        connection = self._request.header("connection").lower()
        if "close" in self._fault or "close" in connection:
            return False
        return self._request.version == "HTTP/1.1" or ("keep-alive" in connection and not response.streamed)

    def _transform_body(self, response: ServerResponse) -> List[bytes]:
        """Return the chunks of the body after the changes that the fault makes to events and content coding."""
        chunks = list(response.chunks)
        if response.is_event_stream:
            chunks = apply_event_faults(chunks, self._fault)
        if "gzip" in self._fault and any(chunks):
            response.headers["Content-Encoding"] = "gzip"
            chunks = gzip_chunks(chunks)
        return chunks

    def _framing_headers(self, response: ServerResponse, chunks: List[bytes], keep_alive: bool) -> List[str]:
        self._chunked = response.streamed and self._request.version == "HTTP/1.1"
        if response.status == 101:
            return ["Connection: Upgrade"]
        upgrade = ", Upgrade" if "Upgrade" in response.headers else ""
        lines = ["Connection: " + ("keep-alive" if keep_alive else "close") + upgrade]
        if self._chunked:
            lines.append("Transfer-Encoding: chunked")
        elif not response.streamed and response.status not in (204, 304):
            lines.append("Content-Length: {}".format(sum(map(len, chunks))))
        return lines

    def _send_body(self, chunks: List[bytes]) -> None:
        stall = self._fault.get("stall-body")
        max_events = self._fault.get("cut-events")
        if stall is not None and len(chunks) == 1:
            chunks = [chunks[0][:1], chunks[0][1:]]
        for number, chunk in enumerate(chunks):
            if number == max_events and self._chunked:
                raise ConnectionAborted()
            if number and self._chunked and self._server.delay:
                self._wait(self._server.delay)
            if number == 1 and stall is not None:
                self._wait(stall)
            step = self._fault.get("slow") or len(chunk) or 1
            for start in range(0, len(chunk), step):
                self._send_data(chunk[start : start + step])
        if self._remaining == 0:
            raise ConnectionAborted("reset" in self._fault)
        if self._chunked:
            self._sock.sendall(b"0\r\n\r\n")

    def _send_data(self, data: bytes) -> None:
        """Send bytes of the body, as one HTTP chunk if the body is chunked, up to where the fault cuts the body."""
        remaining = self._remaining
        if remaining == 0:
            raise ConnectionAborted("reset" in self._fault)
        frame = b"%x\r\n" % len(data) if self._chunked else b""
        if remaining is not None and remaining < len(data):
            self._sock.sendall(frame + data[:remaining])
            raise ConnectionAborted("reset" in self._fault)
        if remaining is not None:
            self._remaining = remaining - len(data)
        self._sock.sendall(frame + data + b"\r\n" if frame else data)

    def _wait(self, seconds: float) -> None:
        if self._server.stopping.wait(seconds):
            raise ConnectionAborted()


def apply_event_faults(events: List[bytes], fault: Fault) -> List[bytes]:
    """Return the events of a stream after the changes that a fault makes to them."""
    if "no-done" in fault:
        events = events[:-1]
    if "stream-error" in fault:
        is_named = events[0].startswith(b"event:")
        error = {
            "message": fault.get("message") or "The server had an error while processing your request.",
            "type": fault.get("type") or "server_error",
            "param": None,
            "code": fault.get("code"),
        }
        error_event = encode_event({"error": error}, "error" if is_named else "")
        events = events[: max(1, len(events) // 2)] + [error_event]
    return [b": ping\n\n"] * fault.get("pings", 0) + events


def gzip_chunks(chunks: List[bytes]) -> List[bytes]:
    """Compress chunks into one gzip stream in which each chunk can be decoded as soon as it arrives."""
    compressor: Any = zlib.compressobj(6, zlib.DEFLATED, 31)
    result = [compressor.compress(chunk) + compressor.flush(zlib.Z_SYNC_FLUSH) for chunk in chunks]
    result[-1] += compressor.flush()
    return result
