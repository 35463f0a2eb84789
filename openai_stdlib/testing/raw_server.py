# SPDX-License-Identifier: MIT
"""A server that plays a script on real sockets and records what it was sent: for tests of how bytes travel.

    with RawServer(REQUEST, send(HEAD), wait(seen), send(REST), CLOSE) as server:
        ...
    assert server.requests[0].body == b"..."

What lives here: sockets, threads and the steps of scripts; every wait is bounded and every thread is joined. What must
not: knowledge of a client, and `http.server`, which is too polite to misbehave. contract/ plays its scripts.
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

LIMIT = 10.0  # seconds that any single wait may take
CHUNKED = "Transfer-Encoding: chunked"  # a field for head()


class RawRequest(NamedTuple):
    """One request as it was on the wire; `connection` counts from 0."""

    method: str
    target: str
    headers: list[tuple[str, str]]
    body: bytes
    connection: int

    def header(self, name: str) -> list[str]:
        """Return all values of a header, by its name in any case."""
        return [value for key, value in self.headers if key.lower() == name.lower()]


class Connection:
    """One accepted connection, as the steps of a script see it."""

    def __init__(self, server: RawServer, sock: socket.socket, number: int) -> None:
        self.server, self.sock, self.number = server, sock, number
        self.head = RawRequest("", "", [], b"", number)  # the last one that was read
        self._buffer = b""

    def receive(self) -> bytes:
        """Wait for bytes, record and return them; b"" when the client has closed."""
        data = self.sock.recv(65536)
        self.server.wire[self.number] += data
        return data

    def _until(self, mark: bytes) -> bytes:
        while mark not in self._buffer:
            data = self.receive()
            if not data:
                raise EOFError
            self._buffer += data
        found, _, self._buffer = self._buffer.partition(mark)
        return found

    def _exactly(self, count: int) -> bytes:
        parts, have = [self._buffer], len(self._buffer)
        while have < count:
            data = self.receive()
            if not data:
                raise EOFError
            parts.append(data)
            have += len(data)
        whole = b"".join(parts)
        self._buffer = whole[count:]
        return whole[:count]

    def _chunked(self) -> bytes:
        body = b""
        while True:
            size = int(self._until(b"\r\n"), 16)
            body += self._exactly(size)
            self._exactly(2)
            if not size:
                return body

    def read_head(self) -> RawRequest:
        """Read a request up to its body; not recorded in `requests` yet."""
        first, *lines = self._until(b"\r\n\r\n").decode("latin-1").split("\r\n")
        method, target, _ = first.split(" ")
        headers = [(name, value.strip()) for name, _, value in (line.partition(":") for line in lines)]
        self.head = RawRequest(method, target, headers, b"", self.number)
        return self.head

    def read_request(self) -> RawRequest:
        """Read and record a whole request."""
        return self.read_body(self.read_head())

    def read_body(self, request: RawRequest) -> RawRequest:
        """Read the body of a request, and record it."""
        if "chunked" in request.header("Transfer-Encoding"):
            request = request._replace(body=self._chunked())
        else:
            request = request._replace(body=self._exactly(int((request.header("Content-Length") or ["0"])[0])))
        with self.server.lock:
            self.server.requests.append(request)
        return request

    def close(self) -> None:
        """Close in order; the system turns it into a reset if the client has sent what was not read."""
        with suppress(OSError):
            self.sock.shutdown(socket.SHUT_RDWR)
        self.sock.close()

    def reset(self) -> None:
        """Close with an RST."""
        linger = struct.pack("hh" if os.name == "nt" else "ii", 1, 0)
        self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self.sock.close()


class RawServer:
    """Listen on a free port of 127.0.0.1 and play the script on every connection; close whatever it left open.

    Leaving the `with` block stops and joins all threads, and raises what went wrong in a script. A client that goes
    away ends the script and is no error.
    """

    def __init__(self, *script: Step, tls: ssl.SSLContext | None = None) -> None:
        self._script, self._tls = script, tls
        self.lock = threading.Lock()
        self.stopping = threading.Event()
        self.requests: list[RawRequest] = []
        self.wire: list[bytes] = []  # what each connection received, after TLS
        self._sockets: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self._errors: list[BaseException] = []

    @property
    def connections(self) -> int:
        """How many connections were accepted."""
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
            sock.settimeout(LIMIT)
            with suppress(OSError):  # the client may be gone already
                sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            with self.lock:
                self.wire.append(b"")
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
            pass  # the client went away, or we are stopping
        except BaseException as error:
            self._errors.append(error)
        finally:
            sock.close()

    def __exit__(self, *exception: object) -> None:
        self.stopping.set()
        socket.create_connection(("127.0.0.1", self.port), timeout=LIMIT).close()  # wakes accept() everywhere
        self._accepting.join(LIMIT)
        self._listener.close()
        with self.lock:
            for sock in self._sockets:
                with suppress(OSError):  # wakes recv(); closed it is by its own thread
                    socket.socket.shutdown(sock, socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join(LIMIT)
        assert not any(thread.is_alive() for thread in (self._accepting, *self._threads)), (
            "a thread of the server hangs"
        )
        if self._errors and exception[0] is None:
            raise self._errors[0]


def send(data: bytes) -> Step:
    """Be a step that sends bytes."""
    return lambda connection: connection.sock.sendall(data)


def answer(body: bytes = b"", status: str = "200 OK", *fields: str) -> Step:
    """Be a step that sends a whole answer with its Content-Length."""
    return send(head(status, f"Content-Length: {len(body)}", *fields) + body)


def head(status: str = "200 OK", *fields: str) -> bytes:
    """Return a status line and header lines."""
    return "\r\n".join((f"HTTP/1.1 {status}", *fields, "", "")).encode("latin-1")


def chunk(data: bytes) -> bytes:
    """Return one chunk of a chunked body; of b"" it is the last one."""
    return b"%x\r\n%s\r\n" % (len(data), data)


def wait(event: threading.Event) -> Step:
    """Be a step that waits until the test sets `event`; the script ends when it never does."""

    def step(connection: Connection) -> None:
        until = time.monotonic() + LIMIT
        while not event.wait(0.02):
            if connection.server.stopping.is_set() or time.monotonic() > until:
                raise EOFError

    return step


def signal(event: threading.Event) -> Step:
    """Be a step that sets `event` for the test."""
    return lambda connection: event.set()


def pause(seconds: float) -> Step:
    """Be a step that does nothing for a while."""
    return lambda connection: time.sleep(seconds)


def send_repeatedly(data: bytes, every: float) -> Step:
    """Be a step that sends `data` over and over, each `every` seconds, until the client has gone."""

    def step(connection: Connection) -> None:
        until = time.monotonic() + LIMIT
        while time.monotonic() < until and not connection.server.stopping.wait(every):
            connection.sock.sendall(data)

    return step


def forever(*steps: Step) -> Step:
    """Be a step that repeats others until the client closes."""

    def step(connection: Connection) -> None:
        while True:
            for each in steps:
                each(connection)

    return step


def per_connection(*scripts: Iterable[Step]) -> Step:
    """Be a step that plays the first script on the first connection, and so on; the last one on all others."""

    def step(connection: Connection) -> None:
        for each in scripts[min(connection.number, len(scripts) - 1)]:
            each(connection)

    return step


def forward(port: Callable[[], int]) -> Step:
    """Be a step that connects to another port of 127.0.0.1 and carries bytes both ways until one side has ended."""

    def step(connection: Connection) -> None:
        with socket.create_connection(("127.0.0.1", port()), timeout=LIMIT) as other:
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
    """Read a request up to its body, which is left unread until BODY."""
    connection.read_head()


def BODY(connection: Connection) -> None:
    """Read the body of the request whose head was read, and record it."""
    connection.read_body(connection.head)


def DRAIN(connection: Connection) -> None:
    """Read and drop until the client closes."""
    while connection.receive():
        pass


def CLOSE(connection: Connection) -> None:
    """Close in order."""
    connection.close()


def RESET(connection: Connection) -> None:
    """Close with an RST."""
    connection.reset()
