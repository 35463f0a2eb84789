# SPDX-License-Identifier: MIT
"""The server of the benchmarks, which runs in its own process.

It uses raw sockets, one thread for each connection and prebuilt responses, so that the client dominates what is
measured. It prints its port, and exits when its standard input ends, at the latest with its parent process.

Prefixes of the path select special behaviour: `/after/0.2` delays the response by as many seconds, `/together/1000`
sends the first event of a short stream and waits until as many streams are open, and `/plain` sends no cookies.
"""

import socket
import sys
import threading
import time
from typing import Dict, List, Tuple

import server_responses

MAX_KEPT_BYTES = 65536  # longer bodies are uploads, which are counted and discarded
READ_SIZE = 1 << 20  # bytes of an upload
EVENTS_PER_SEND = 10  # each is its own HTTP chunk
BACKLOG = 1024  # connections that may wait to be accepted
STACK_SIZE = 1 << 18  # bytes for each thread
TOGETHER_TIMEOUT = 30  # seconds until streams stop waiting for others
LAST_CHUNK = b"0\r\n\r\n"


def main() -> None:
    """Serve on a free port of the loopback until standard input ends."""
    threading.stack_size(STACK_SIZE)
    listener = socket.create_server(("127.0.0.1", 0), backlog=BACKLOG)
    threading.Thread(target=accept, args=(listener,), daemon=True).start()
    print(listener.getsockname()[1], flush=True)
    sys.stdin.read()


def accept(listener: socket.socket) -> None:
    """Start a thread for each connection."""
    while True:
        connection, _ = listener.accept()
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        threading.Thread(target=serve, args=(connection,), daemon=True).start()


def serve(connection: socket.socket) -> None:
    """Serve the requests of one connection until it closes."""
    with connection:
        try:
            while True:
                head, rest = read_head(connection)
                if not head:
                    return
                if b"upgrade: websocket" in head.lower():
                    serve_websocket(connection, head)
                    return
                body, size = read_body(connection, head.lower(), rest)
                respond(connection, head, body, size)
                if b"connection: close" in head.lower():
                    return
        except ConnectionError:  # the process of the client ended without closing the connection
            return


def serve_websocket(connection: socket.socket, head: bytes) -> None:
    """Serve a WebSocket, whose module only benchmarks of WebSockets need."""
    import websocket_server

    websocket_server.serve(connection, head)


def read_head(connection: socket.socket) -> Tuple[bytes, bytes]:
    """Return the head of the next request, and the bytes of the body that arrived with it; b"" if the client closed."""
    data = b""
    while b"\r\n\r\n" not in data:
        received = connection.recv(MAX_KEPT_BYTES)
        if not received:
            return b"", b""
        data += received
    head, _, rest = data.partition(b"\r\n\r\n")
    return head, rest


def read_body(connection: socket.socket, head: bytes, rest: bytes) -> Tuple[bytes, int]:
    """Return the start of the body and its total size in bytes."""
    if b"transfer-encoding: chunked" in head:
        return rest, discard_chunked(connection, rest)
    length = int(head.partition(b"content-length:")[2].partition(b"\r\n")[0] or 0)
    while len(rest) < min(length, MAX_KEPT_BYTES):
        received = connection.recv(MAX_KEPT_BYTES)
        if not received:
            raise ConnectionError("the body ended early")
        rest += received
    size = len(rest)
    if size < length:
        size += discard(connection, length - size)
    return rest, size


def discard(connection: socket.socket, length: int) -> int:
    """Receive and discard at least `length` bytes, and return the number of bytes."""
    buffer, size = bytearray(READ_SIZE), 0
    while size < length:
        received = connection.recv_into(buffer)
        if not received:
            raise ConnectionError("the body ended early")
        size += received
    return size


def discard_chunked(connection: socket.socket, rest: bytes) -> int:
    """Receive and discard a chunked body, and return its size including the framing."""
    buffer, size, end = bytearray(READ_SIZE), len(rest), rest[-5:]
    while end != LAST_CHUNK:
        received = connection.recv_into(buffer)
        if not received:
            raise ConnectionError("the body ended early")
        size += received
        end = (end + buffer[max(0, received - 5) : received])[-5:]
    return size


def respond(connection: socket.socket, head: bytes, body: bytes, size: int) -> None:
    """Send the prebuilt response that the path and the body select."""
    path = head.split(b" ", 2)[1]
    if path.startswith(b"/after/"):
        time.sleep(float(path.split(b"/")[2]))
    if path.startswith(b"/together/"):
        stream_together(connection, int(path.split(b"/")[2]))
    elif path.endswith(b"/files"):
        connection.sendall(server_responses.upload_response(size))
    elif path.endswith(b"/embeddings"):
        connection.sendall(EMBEDDINGS_BASE64 if b'"base64"' in body else EMBEDDINGS_FLOAT)
    elif b'"stream":true' in body.replace(b" ", b""):
        for data in STREAM:
            connection.sendall(data)
    else:
        connection.sendall(CHAT_WITHOUT_COOKIES if path.startswith(b"/plain/") else CHAT)


def stream_together(connection: socket.socket, count: int) -> None:
    """Send the first event of a short stream, wait until `count` streams are open, and send the rest."""
    barrier = BARRIERS.setdefault(count, threading.Barrier(count, timeout=TOGETHER_TIMEOUT))
    connection.sendall(SHORT_STREAM[0])
    try:
        barrier.wait()
    except threading.BrokenBarrierError:
        barrier.reset()  # for later connections
        raise ConnectionError("too few streams were opened") from None
    for data in SHORT_STREAM[1:]:
        connection.sendall(data)


def join_chunks(chunks: List[bytes]) -> List[bytes]:
    """Join chunks so that several are sent at once."""
    return [b"".join(chunks[start : start + EVENTS_PER_SEND]) for start in range(0, len(chunks), EVENTS_PER_SEND)]


CHAT = server_responses.json_response(server_responses.CHAT_BODY)
CHAT_WITHOUT_COOKIES = server_responses.strip_cookies(CHAT)
STREAM = join_chunks(server_responses.stream_response())
HEAD, FIRST, *REST = server_responses.stream_response(server_responses.SHORT_STREAM_EVENTS)
SHORT_STREAM = [HEAD + FIRST, *join_chunks(REST)]
BARRIERS: Dict[int, threading.Barrier] = {}
EMBEDDINGS_FLOAT = server_responses.embeddings_response("float")
EMBEDDINGS_BASE64 = server_responses.embeddings_response("base64")


if __name__ == "__main__":
    main()
