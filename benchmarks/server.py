# SPDX-License-Identifier: MIT
"""The server that answers the benchmarks, run as a process of its own.

A raw socket, a thread per connection and answers prebuilt as bytes: it must be quick and dull, so that what is
measured is the client. It prints its port and ends when its standard input does, that is, with its parent.

A path that begins with `/after/0.2` is answered after so many seconds; one that begins with `/together/1000` with a
short stream that goes on after its first event only when so many are open at once; `/plain` with no cookies.
"""

import socket
import sys
import threading
import time
from typing import Dict, List, Tuple

import answers

KEPT = 65536  # a longer body is an upload: counted, not kept
SCRATCH = 1 << 20  # bytes of it received at once
BURST = 10  # events per send; each is an HTTP chunk of its own
BACKLOG = 1024  # connections that come in one moment
STACK = 1 << 18  # bytes for each of as many threads
PATIENCE = 30  # seconds until streams that wait for others are given up
LAST_CHUNK = b"0\r\n\r\n"


def main() -> None:
    """Serve on a free port of the loopback until standard input ends."""
    threading.stack_size(STACK)
    listener = socket.create_server(("127.0.0.1", 0), backlog=BACKLOG)
    threading.Thread(target=accept, args=(listener,), daemon=True).start()
    print(listener.getsockname()[1], flush=True)
    sys.stdin.read()


def accept(listener: socket.socket) -> None:
    """Give each connection a thread."""
    while True:
        connection, _ = listener.accept()
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        threading.Thread(target=serve, args=(connection,), daemon=True).start()


def serve(connection: socket.socket) -> None:
    """Answer the requests of one connection until it closes."""
    with connection:
        try:
            while True:
                head, rest = read_head(connection)
                if not head:
                    return
                body, size = read_body(connection, head.lower(), rest)
                respond(connection, head, body, size)
                if b"connection: close" in head.lower():
                    return
        except ConnectionError:  # a client that ends its process need not say goodbye
            return


def read_head(connection: socket.socket) -> Tuple[bytes, bytes]:
    """Return the next request's head, and what came with it of the body."""
    data = b""
    while b"\r\n\r\n" not in data:
        piece = connection.recv(KEPT)
        if not piece:
            return b"", b""
        data += piece
    head, _, rest = data.partition(b"\r\n\r\n")
    return head, rest


def read_body(connection: socket.socket, head: bytes, rest: bytes) -> Tuple[bytes, int]:
    """Return the beginning of the body and the size of all of it."""
    if b"transfer-encoding: chunked" in head:
        return rest, count_chunked(connection, rest)
    length = int(head.partition(b"content-length:")[2].partition(b"\r\n")[0] or 0)
    while len(rest) < min(length, KEPT):
        piece = connection.recv(KEPT)
        if not piece:
            raise ConnectionError("the body ended early")
        rest += piece
    size = len(rest)
    if size < length:
        size += count(connection, length - size)
    return rest, size


def count(connection: socket.socket, length: int) -> int:
    """Receive so many bytes and return how many they were."""
    scratch, size = bytearray(SCRATCH), 0
    while size < length:
        received = connection.recv_into(scratch)
        if not received:
            raise ConnectionError("the body ended early")
        size += received
    return size


def count_chunked(connection: socket.socket, rest: bytes) -> int:
    """Return about how long a chunked body is: what it took on the wire."""
    scratch, size, end = bytearray(SCRATCH), len(rest), rest[-5:]
    while end != LAST_CHUNK:
        received = connection.recv_into(scratch)
        if not received:
            raise ConnectionError("the body ended early")
        size += received
        end = (end + scratch[max(0, received - 5) : received])[-5:]
    return size


def respond(connection: socket.socket, head: bytes, body: bytes, size: int) -> None:
    """Send the prebuilt answer that the path and the body ask for."""
    path = head.split(b" ", 2)[1]
    if path.startswith(b"/after/"):
        time.sleep(float(path.split(b"/")[2]))
    if path.startswith(b"/together/"):
        stream_together(connection, int(path.split(b"/")[2]))
    elif path.endswith(b"/files"):
        connection.sendall(answers.uploaded(size))
    elif path.endswith(b"/embeddings"):
        connection.sendall(EMBEDDINGS_BASE64 if b'"base64"' in body else EMBEDDINGS_FLOAT)
    elif b'"stream":true' in body.replace(b" ", b""):
        for burst in BURSTS:
            connection.sendall(burst)
    else:
        connection.sendall(PLAIN if path.startswith(b"/plain/") else CHAT)


def stream_together(connection: socket.socket, number: int) -> None:
    """Send the first event of a short stream, wait until so many are open, and send the rest."""
    barrier = BARRIERS.setdefault(number, threading.Barrier(number, timeout=PATIENCE))
    connection.sendall(TOGETHER[0])
    try:
        barrier.wait()
    except threading.BrokenBarrierError:
        barrier.reset()  # for those who come later
        raise ConnectionError("not all came") from None
    for burst in TOGETHER[1:]:
        connection.sendall(burst)


def bursts(pieces: List[bytes]) -> List[bytes]:
    """Join the pieces of a stream so that a few share one send."""
    return [b"".join(pieces[start : start + BURST]) for start in range(0, len(pieces), BURST)]


CHAT = answers.whole(answers.CHAT_BODY)
PLAIN = answers.without_cookies(CHAT)
BURSTS = bursts(answers.stream())
HEAD, FIRST, *REST = answers.stream(answers.SHORT)
TOGETHER = [HEAD + FIRST, *bursts(REST)]
BARRIERS: Dict[int, threading.Barrier] = {}
EMBEDDINGS_FLOAT = answers.embeddings("float")
EMBEDDINGS_BASE64 = answers.embeddings("base64")


if __name__ == "__main__":
    main()
