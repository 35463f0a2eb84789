# SPDX-License-Identifier: MIT
"""A scripted server: plays steps on real sockets and records the requests, for tests at the level of bytes.

    with RawServer(REQUEST, send(HEAD), wait(seen), send(REST), CLOSE) as server:
        ...
    assert server.requests[0].body == b"..."

A script is a sequence of steps, which are functions of a connection; each connection plays the whole script. Every wait
is bounded and every thread is joined. `http.server` is not used, because it cannot send invalid HTTP.
"""

from __future__ import annotations

import os
import select
import socket
import struct
import threading
import time
from contextlib import suppress
from typing import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    import ssl
    from typing import Callable, Iterable

    Step = Callable[["Connection"], None]

WAIT_TIMEOUT = 60.0  # seconds; bounds every wait, and is far more than a loaded machine needs
CHUNKED = "Transfer-Encoding: chunked"  # a header line for head()


class RawRequest(NamedTuple):
    """One request as it was received; `connection` counts from 0."""

    method: str
    target: str
    headers: list[tuple[str, str]]
    body: bytes
    connection: int

    def header(self, name: str) -> list[str]:
        """Return all values of a header; the name is case-insensitive."""
        return [value for key, value in self.headers if key.lower() == name.lower()]


class Connection:
    """One accepted connection, on which the steps of a script act."""

    def __init__(self, server: RawServer, sock: socket.socket, number: int) -> None:
        self.server: RawServer = server
        self.sock: socket.socket = sock
        self.number: int = number
        self.head: RawRequest = RawRequest("", "", [], b"", number)  # the last request head that was read
        self._buffer = b""

    def receive(self) -> bytes:
        """Receive and record bytes; return b"" if the client has closed."""
        data = self.sock.recv(65536)
        self.server.wire[self.number] += data
        return data

    def _read_until(self, delimiter: bytes) -> bytes:
        while delimiter not in self._buffer:
            data = self.receive()
            if not data:
                raise EOFError
            self._buffer += data
        data, _, self._buffer = self._buffer.partition(delimiter)
        return data

    def _read_exactly(self, count: int) -> bytes:
        chunks, size = [self._buffer], len(self._buffer)
        while size < count:
            data = self.receive()
            if not data:
                raise EOFError
            chunks.append(data)
            size += len(data)
        data = b"".join(chunks)
        self._buffer = data[count:]
        return data[:count]

    def _read_chunked(self) -> bytes:
        body = bytearray()
        while True:
            size = int(self._read_until(b"\r\n"), 16)
            body += self._read_exactly(size)
            self._read_exactly(2)
            if not size:
                return bytes(body)

    def read_head(self) -> RawRequest:
        """Read a request up to its body, without recording it in `requests`."""
        first, *lines = self._read_until(b"\r\n\r\n").decode("latin-1").split("\r\n")
        method, target, _ = first.split(" ")
        headers = [(name, value.strip()) for name, _, value in (line.partition(":") for line in lines)]
        self.head = RawRequest(method, target, headers, b"", self.number)
        return self.head

    def read_request(self) -> RawRequest:
        """Read and record a whole request."""
        return self.read_body(self.read_head())

    def read_body(self, request: RawRequest) -> RawRequest:
        """Read the body of a request, and record the request."""
        if "chunked" in request.header("Transfer-Encoding"):
            request = request._replace(body=self._read_chunked())
        else:
            request = request._replace(body=self._read_exactly(int((request.header("Content-Length") or ["0"])[0])))
        with self.server.lock:
            self.server.requests.append(request)
        return request

    def close(self) -> None:
        """Close in order (FIN); the operating system sends an RST instead if there are unread bytes."""
        with suppress(OSError):
            self.sock.shutdown(socket.SHUT_RDWR)
        self.sock.close()

    def reset(self) -> None:
        """Close with an RST."""
        linger = struct.pack("hh" if os.name == "nt" else "ii", 1, 0)
        self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self.sock.close()


class RawServer:
    """Server on a free port of 127.0.0.1 that plays a script on every connection and then closes the connection.

    Leaving the `with` block stops and joins all threads, and raises the first error of a script. A client that
    disconnects ends the script; this is not an error.
    """

    def __init__(self, *script: Step, tls: ssl.SSLContext | None = None) -> None:
        self._script, self._tls = script, tls
        self.lock: threading.Lock = threading.Lock()
        self.stopping: threading.Event = threading.Event()
        self.requests: list[RawRequest] = []
        self.wire: list[bytearray] = []  # decrypted bytes that each connection received
        self._sockets: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self._errors: list[BaseException] = []

    @property
    def connections(self) -> int:
        """The number of accepted connections."""
        return len(self.wire)

    @property
    def url(self) -> str:
        """The address, without a path."""
        return f"{'https' if self._tls else 'http'}://127.0.0.1:{self.port}"

    def __enter__(self) -> RawServer:
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port: int = self._listener.getsockname()[1]
        self._accepting = threading.Thread(target=self._accept, daemon=True)
        self._accepting.start()
        return self

    def _accept(self) -> None:
        while True:
            sock, _ = self._listener.accept()
            if self.stopping.is_set():
                sock.close()
                return
            sock.settimeout(WAIT_TIMEOUT)
            with suppress(OSError):  # the client may already have disconnected
                sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            with self.lock:
                self.wire.append(bytearray())
                thread = threading.Thread(target=self._play, args=(sock, len(self.wire) - 1), daemon=True)
                self._threads.append(thread)
            thread.start()

    def _play(self, sock: socket.socket, number: int) -> None:
        try:
            if self._tls is not None:
                sock = self._tls.wrap_socket(sock, server_side=True)
            with self.lock:
                self._sockets.append(sock)
            connection = Connection(self, sock, number)
            for step in self._script:
                step(connection)
            connection.close()
        except (OSError, EOFError):
            pass  # the client disconnected, or the server is stopping
        except BaseException as error:
            self._errors.append(error)
        finally:
            sock.close()

    def __exit__(self, *exception: object) -> None:
        self.stopping.set()
        socket.create_connection(
            ("127.0.0.1", self.port), timeout=WAIT_TIMEOUT
        ).close()  # wakes accept() on every platform
        self._accepting.join(WAIT_TIMEOUT)
        self._listener.close()
        with self.lock:
            for sock in self._sockets:
                with suppress(OSError):  # wakes recv(); the thread of the connection closes the socket
                    socket.socket.shutdown(sock, socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join(WAIT_TIMEOUT)
        assert not any(thread.is_alive() for thread in (self._accepting, *self._threads)), (
            "a thread of the server did not end"
        )
        if self._errors and exception[0] is None:
            raise self._errors[0]


def send(data: bytes) -> Step:
    """Return a step that sends bytes."""
    return lambda connection: connection.sock.sendall(data)


def respond(body: bytes = b"", status: str = "200 OK", *fields: str) -> Step:
    """Return a step that sends a whole response with its Content-Length."""
    return send(head(status, f"Content-Length: {len(body)}", *fields) + body)


def head(status: str = "200 OK", *fields: str) -> bytes:
    """Encode a status line and header lines."""
    return "\r\n".join((f"HTTP/1.1 {status}", *fields, "", "")).encode("latin-1")


def chunk(data: bytes) -> bytes:
    """Encode one chunk of a chunked body; b"" gives the last chunk."""
    return b"%x\r\n%s\r\n" % (len(data), data)


def wait(event: threading.Event) -> Step:
    """Return a step that waits until the test sets `event`; after a timeout, the script ends."""

    def step(connection: Connection) -> None:
        deadline = time.monotonic() + WAIT_TIMEOUT
        while not event.wait(0.02):
            if connection.server.stopping.is_set() or time.monotonic() > deadline:
                raise EOFError

    return step


def signal(event: threading.Event) -> Step:
    """Return a step that sets `event` for the test."""
    return lambda connection: event.set()


def pause(seconds: float) -> Step:
    """Return a step that sleeps."""
    return lambda connection: time.sleep(seconds)


def send_repeatedly(data: bytes, interval: float) -> Step:
    """Return a step that sends `data` every `interval` seconds until the client disconnects."""

    def step(connection: Connection) -> None:
        deadline = time.monotonic() + WAIT_TIMEOUT
        while time.monotonic() < deadline and not connection.server.stopping.wait(interval):
            connection.sock.sendall(data)

    return step


def forever(*steps: Step) -> Step:
    """Return a step that repeats others until the client closes."""

    def step(connection: Connection) -> None:
        while True:
            for inner in steps:
                inner(connection)

    return step


def per_connection(*scripts: Iterable[Step]) -> Step:
    """Return a step that plays the n-th script on the n-th connection, and the last one on all further ones."""

    def step(connection: Connection) -> None:
        for inner in scripts[min(connection.number, len(scripts) - 1)]:
            inner(connection)

    return step


def forward(port: Callable[[], int]) -> Step:
    """Return a step that connects to a port of 127.0.0.1 and forwards bytes both ways until one side closes."""

    def step(connection: Connection) -> None:
        with socket.create_connection(("127.0.0.1", port()), timeout=WAIT_TIMEOUT) as other:
            sides = [connection.sock, other]
            while not connection.server.stopping.is_set():
                for side in select.select(sides, [], [], 0.1)[0]:
                    data = side.recv(65536)
                    if not data:
                        return
                    sides[1 - sides.index(side)].sendall(data)

    return step


def REQUEST(connection: Connection) -> None:
    """Read and record one request with its body."""
    connection.read_request()


def HEAD(connection: Connection) -> None:
    """Read a request up to its body; BODY reads the rest."""
    connection.read_head()


def BODY(connection: Connection) -> None:
    """Read the body after HEAD, and record the request."""
    connection.read_body(connection.head)


def DRAIN(connection: Connection) -> None:
    """Read and discard bytes until the client closes."""
    while connection.receive():
        pass


def CLOSE(connection: Connection) -> None:
    """Close in order (FIN)."""
    connection.close()


def RESET(connection: Connection) -> None:
    """Close with an RST."""
    connection.reset()
