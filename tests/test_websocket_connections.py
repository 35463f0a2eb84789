# SPDX-License-Identifier: MIT
"""WebSocket connections over real sockets: messages, liveness, back-pressure and closing, for threads and asyncio."""

from __future__ import annotations

import asyncio
import gc
import os
import pickle
import signal
import socket
import ssl
import struct
import subprocess
import sys
import threading
import time
import weakref
from typing import Any, Callable, Iterator

import pytest

from . import FOLDER, PACKAGE, load, package
from .raw_server import LIMIT, RawServer, forward
from .socks_server import SocksProxy
from .websocket_server import (
    BINARY,
    CLOSE,
    CONTINUATION,
    PING,
    PONG,
    TEXT,
    Peer,
    echo,
    encode,
    encode_close,
    serve,
    upgrade,
    url_of,
)

websocket = load("websocket")
ConnectionClosed, ConnectionClosedOK = websocket.ConnectionClosed, websocket.ConnectionClosedOK
ConnectionClosedError, ConcurrencyError = websocket.ConnectionClosedError, websocket.ConcurrencyError


class LoopThread:
    """An event loop in a thread, so that tests can use both kinds of connections in the same way."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self.loop = loop
        self._thread = threading.Thread(target=loop.run_forever, daemon=True)
        self._thread.start()

    def run(self, work: Any) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(LIMIT)

    def stop(self) -> None:
        self.loop.call_soon_threadsafe(self.loop.stop)
        self._thread.join(LIMIT)
        self.loop.close()


class AsyncFacade:
    """An async connection with the methods of a sync one."""

    def __init__(self, thread: LoopThread, connection: Any) -> None:
        self.thread, self.connection = thread, connection

    def __getattr__(self, name: str) -> Any:
        value = getattr(self.connection, name)
        if not callable(value):
            return value
        return lambda *args, **options: self.thread.run(value(*args, **options))

    def __iter__(self) -> Iterator[Any]:
        iterator = self.connection.__aiter__()
        while True:
            try:
                yield self.thread.run(iterator.__anext__())
            except StopAsyncIteration:
                return

    def __enter__(self) -> AsyncFacade:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class LoopWithoutReaders(asyncio.SelectorEventLoop):
    """An event loop like the proactor of Windows, in one respect; asyncio itself may use what is missing there."""

    def add_reader(self, *args: Any) -> Any:
        if sys._getframe(1).f_globals["__name__"].endswith(".asyncio_duplex"):
            raise NotImplementedError
        return super().add_reader(*args)

    def add_writer(self, *args: Any) -> Any:
        assert not sys._getframe(1).f_globals["__name__"].endswith(".asyncio_duplex")
        return super().add_writer(*args)


@pytest.fixture(params=["sync", "async", "tasks"])
def kind(request: Any) -> Any:
    return request.param


@pytest.fixture
def connect(kind: str) -> Any:
    """Return a function that opens a connection of one kind; all are closed after the test."""
    connections = []
    if kind == "sync":

        def connect(url: str, **options: Any) -> Any:
            connections.append(websocket.connect(url, **options))
            return connections[-1]

        yield connect
        for connection in connections:
            connection.close()
        return
    thread = LoopThread(LoopWithoutReaders() if kind == "tasks" else asyncio.new_event_loop())

    def connect_async(url: str, **options: Any) -> Any:
        connections.append(AsyncFacade(thread, thread.run(websocket.aconnect(url, **options))))
        return connections[-1]

    yield connect_async
    for connection in connections:
        connection.close()
    thread.stop()


def in_thread(function: Callable[[], Any]) -> Callable[[], Any]:
    """Run a function in a thread; return a function that waits for its result, or raises its error."""
    results: list[Any] = []

    def run() -> None:
        try:
            results.append((function(), None))
        except BaseException as error:
            results.append((None, error))

    thread = threading.Thread(target=run, daemon=True)
    thread.start()

    def wait() -> Any:
        thread.join(LIMIT)
        value, error = results[0]
        if error is not None:
            raise error
        return value

    return wait


# Messages


@pytest.mark.parametrize("compression", [None, "deflate"])
def test_messages_of_all_kinds(connect: Any, compression: Any) -> None:
    fields = ["Sec-WebSocket-Extensions: permessage-deflate; server_no_context_takeover"] if compression else []

    def script(peer: Peer) -> None:
        if compression:  # the echo of compressed frames must have their bit
            while True:
                frame = peer.read()
                peer.send(encode(frame.opcode, frame.payload, reserved=frame.reserved))
                if frame.opcode == CLOSE:
                    return
        echo(peer)

    with serve(script, *fields) as server, connect(url_of(server), compression=compression) as connection:
        for message in ["", "hello", "ü" * 100_000, b"", b"\0\xff", os.urandom(3_000_000), "last"]:
            connection.send(message)
            assert connection.recv(LIMIT) == message
        assert (
            connection.is_open
            and connection.close_code is None
            and "open" in repr(getattr(connection, "connection", connection))
        )
    assert connection.close_code == 1000 and not connection.is_open


@pytest.mark.parametrize("tls", [False, True])
def test_frames_right_after_the_handshake(connect: Any, certificates: Any, tls_options: Any, tls: bool) -> None:
    """Whether they come in the same piece as the response, or in the same TLS record."""

    def run(connection: Any) -> None:
        peer = Peer(connection)
        peer.expect(PONG, b"p")
        peer.answer_close()

    first_frames = encode(TEXT, b"early") + encode(PING, b"p") + encode(BINARY, b"x" * 100_000)
    with RawServer(upgrade(first_frames=first_frames), run, tls=certificates.server() if tls else None) as server:
        with connect(url_of(server), **tls_options) as connection:
            assert connection.recv(LIMIT) == "early"
            assert connection.recv(LIMIT) == b"x" * 100_000


def test_iteration(connect: Any) -> None:
    def script(peer: Peer) -> None:
        peer.send(encode(TEXT, b"one"), encode(BINARY, b"two", fin=False), encode(PING), encode(CONTINUATION, b"!"))
        peer.close(1001, b"bye")

    with serve(script) as server:
        connection = connect(url_of(server))
        assert list(connection) == ["one", b"two!"]
        with pytest.raises(ConnectionClosedOK) as caught:
            connection.recv()
    assert caught.value.code == 1001 and caught.value.reason == "bye" and caught.value.rcvd_then_sent
    assert str(caught.value) == "received 1001 (going away) bye; then sent 1001 (going away) bye"


def test_sending_other_types(connect: Any) -> None:
    with serve(echo) as server, connect(url_of(server)) as connection:
        for message in (5, None, ["x"], {"type": "x"}, "\ud800"):
            with pytest.raises(package.OpenAIError, match="message"):
                connection.send(message)
        connection.send(bytearray(b"still open"))
        assert connection.recv(LIMIT) == b"still open"


def test_many_senders_keep_their_order(connect: Any) -> None:
    received: list[bytes] = []

    def script(peer: Peer) -> None:
        for _ in range(8 * 50):
            received.append(peer.read().payload)
        peer.answer_close()

    with serve(script) as server, connect(url_of(server)) as connection:

        def send(number: int) -> None:
            for index in range(50):
                connection.send("{} {} {}".format(number, index, "x" * 3000 * (index % 10)))

        for wait in [in_thread(lambda number=number: send(number)) for number in range(8)]:
            wait()
    pairs = [tuple(map(int, payload.split()[:2])) for payload in received]
    for number in range(8):
        assert [index for sender, index in pairs if sender == number] == list(range(50))


def test_timeout_of_recv(connect: Any) -> None:
    with serve(echo) as server, connect(url_of(server)) as connection:
        for timeout in (0, -1, 0.01):
            with pytest.raises(TimeoutError):
                connection.recv(timeout=timeout)
        connection.send("x")
        assert connection.recv(timeout=1e12) == "x"


def test_one_receiver_at_a_time(connect: Any) -> None:
    with serve(echo) as server, connect(url_of(server)) as connection:
        wait = in_thread(connection.recv)
        expires_at = time.monotonic() + LIMIT
        while time.monotonic() < expires_at:  # until the thread receives
            try:
                connection.recv(timeout=0.01)
            except TimeoutError:
                continue
            except ConcurrencyError as error:
                assert isinstance(error, RuntimeError)
                break
        connection.send("x")
        assert wait() == "x"


def test_both_sides_send_much_before_they_read(connect: Any) -> None:
    """The server reads nothing until all that it sends has been taken, and so does the program."""
    size = 8_000_000

    def script(peer: Peer) -> None:
        peer.send(encode(PING, b"p"), encode(BINARY, b"s" * size))
        frames = [peer.read(), peer.read()]
        assert sorted(len(frame.payload) for frame in frames) == [1, size]
        peer.send(encode(TEXT, b"done"))
        peer.answer_close()

    with serve(script) as server, connect(url_of(server)) as connection:
        connection.send(b"c" * size)
        assert connection.recv(LIMIT) == b"s" * size
        assert connection.recv(LIMIT) == "done"


# Liveness


def test_pings_are_answered_and_closes_completed_while_the_program_does_not_read(connect: Any) -> None:
    """Also though the queue is full."""
    done = threading.Event()

    def script(peer: Peer) -> None:
        for number in range(50):
            peer.send(encode(TEXT, b"%d" % number * 1000))
            peer.send(encode(PING, b"%d" % number))
            peer.expect(PONG, b"%d" % number)
        peer.close(1000, b"enough")
        done.set()

    with serve(script) as server:
        connection = connect(url_of(server), max_queue_bytes=1000)
        assert done.wait(LIMIT)
        assert list(connection) == [str(number) * 1000 for number in range(50)]
        assert connection.close_reason == "enough"


def test_back_pressure(connect: Any) -> None:
    """The server has to wait when the queue is full, and nothing is lost."""
    blocked = threading.Event()
    message, count = b"x" * 100_000, 400

    def script(peer: Peer) -> None:
        data = encode(BINARY, message) * count
        peer.sock.settimeout(0.5)
        sent = 0
        while sent < len(data):
            try:
                sent += peer.sock.send(data[sent : sent + 65536])
            except socket.timeout:
                if not blocked.is_set():
                    assert sent < 30_000_000
                blocked.set()
        peer.sock.settimeout(LIMIT)
        peer.answer_close()

    with serve(script) as server, connect(url_of(server), max_queue_bytes=1_000_000) as connection:
        assert blocked.wait(LIMIT)
        for _ in range(count):
            assert connection.recv(LIMIT) == message


def test_a_message_larger_than_the_queue(connect: Any) -> None:
    def script(peer: Peer) -> None:
        for _ in range(3):
            peer.send(encode(BINARY, b"x" * 2_000_000))
        peer.answer_close()

    with serve(script) as server, connect(url_of(server), max_queue_bytes=10) as connection:
        for _ in range(3):
            assert connection.recv(LIMIT) == b"x" * 2_000_000


def test_keepalive_fails_without_a_pong(connect: Any) -> None:
    def script(peer: Peer) -> None:
        peer.expect(PING)
        frame = peer.expect(CLOSE)
        assert frame.payload == struct.pack("!H", 1011) + b"keepalive ping timeout"

    with serve(script) as server:
        connection = connect(url_of(server), ping_interval=0.05, ping_timeout=0.2)
        with pytest.raises(ConnectionClosedError) as caught:
            connection.recv(LIMIT)
    assert caught.value.sent == websocket.CloseFrame(1011, "keepalive ping timeout")
    assert caught.value.rcvd is None and caught.value.code == 1006 and "keepalive ping timeout" in str(caught.value)


def test_keepalive_accepts_any_sign_of_life(connect: Any) -> None:
    def script(peer: Peer) -> None:
        for _ in range(4):
            peer.expect(PING)
            peer.send(encode(TEXT, b"alive"))  # in place of the pong
        peer.answer_close()

    with serve(script) as server, connect(url_of(server), ping_interval=0.05, ping_timeout=LIMIT) as connection:
        assert [connection.recv(LIMIT) for _ in range(4)] == ["alive"] * 4


def test_keepalive_waits_for_a_program_that_does_not_read(connect: Any) -> None:
    """While the queue is full, the pong cannot be read; that is no failure."""
    blocked = threading.Event()

    def script(peer: Peer) -> None:
        peer.sock.settimeout(1.2)
        data, sent = encode(BINARY, b"x" * 100_000) * 200, 0
        while sent < len(data):
            try:
                sent += peer.sock.send(data[sent : sent + 65536])
            except socket.timeout:
                blocked.set()
        peer.sock.settimeout(LIMIT)
        peer.answer_close()

    options = {"ping_interval": 0.05, "ping_timeout": 0.5, "max_queue_bytes": 1000}
    with serve(script) as server, connect(url_of(server), **options) as connection:
        assert blocked.wait(LIMIT)
        for _ in range(200):
            assert len(connection.recv(LIMIT)) == 100_000


def test_ping(connect: Any, kind: str) -> None:
    with serve(echo) as server, connect(url_of(server)) as connection:
        pong = connection.ping("data")
        if kind == "sync":
            assert pong.wait(LIMIT)
        else:
            assert connection.thread.run(asyncio.wait_for(pong, LIMIT)) >= 0
        with pytest.raises(package.ConfigError, match="125"):
            connection.ping(b"x" * 126)
    with pytest.raises(ConnectionClosedOK):
        connection.ping()


# Closing


def test_close_ends_a_pending_recv_at_once(connect: Any) -> None:
    """Though the server does not answer."""
    started = threading.Event()

    def script(peer: Peer) -> None:
        peer.expect(CLOSE, struct.pack("!H", 4000) + b"why")
        started.wait(LIMIT)

    with serve(script) as server:
        connection = connect(url_of(server), close_timeout=LIMIT / 2)
        wait = in_thread(connection.recv)
        closing = in_thread(lambda: connection.close(4000, "why"))
        with pytest.raises(ConnectionClosed) as caught:
            wait()
        started.set()
        closing()
    assert caught.value.code == 4000 and caught.value.sent == websocket.CloseFrame(4000, "why")


def test_close_with_many_unread_messages(connect: Any) -> None:
    def script(peer: Peer) -> None:
        sender = in_thread(lambda: peer.send(encode(BINARY, b"x" * 50_000) * 400))
        assert peer.answer_close() == struct.pack("!H", 1000)
        sender()

    with serve(script) as server:
        connection = connect(url_of(server), max_queue_bytes=100_000, close_timeout=LIMIT)
        connection.recv(LIMIT)
        started_at = time.monotonic()
        connection.close()
        assert time.monotonic() - started_at < LIMIT / 2
        assert connection.close_code == 1000
        with pytest.raises(ConnectionClosedOK):
            for _ in range(1000):
                connection.recv(LIMIT)


def test_close_is_bounded(connect: Any) -> None:
    def script(peer: Peer) -> None:
        with pytest.raises((EOFError, OSError)):
            while True:
                peer.read()

    with serve(script) as server:
        connection = connect(url_of(server), close_timeout=0.1)
        connection.close()
        connection.close()
        with pytest.raises(ConnectionClosedOK):
            connection.send("x")


def test_close_while_a_send_is_blocked(connect: Any) -> None:
    done = threading.Event()

    with serve(lambda peer: done.wait(LIMIT)) as server:
        connection = connect(url_of(server), close_timeout=0.3)
        wait = in_thread(lambda: connection.send(b"x" * 50_000_000))
        with pytest.raises(TimeoutError):
            connection.recv(timeout=0.2)  # until the send has begun
        connection.close()
        with pytest.raises(ConnectionClosed):
            wait()
        done.set()


@pytest.mark.parametrize("code", [1000, 1001, 1003, 1008, 1009, 1011, 1012, 1013, 3000, 4999, None])
def test_codes_of_the_server(connect: Any, code: Any) -> None:
    def script(peer: Peer) -> None:
        peer.send(encode(TEXT, b"last"))
        peer.send(encode(CLOSE) if code is None else encode_close(code, b"reason"))
        assert peer.read().payload[:2] == (b"" if code is None else struct.pack("!H", code))

    with serve(script) as server:
        connection = connect(url_of(server))
        assert connection.recv(LIMIT) == "last"
        for _ in range(2):
            with pytest.raises(ConnectionClosed) as caught:
                connection.recv(LIMIT)
            with pytest.raises(ConnectionClosed):
                connection.send("x")
        assert type(caught.value) is (ConnectionClosedOK if code in (1000, 1001, None) else ConnectionClosedError)
        assert caught.value.rcvd.code == caught.value.sent.code == (code or 1005) == connection.close_code
        assert caught.value.rcvd.reason == ("" if code is None else "reason") == connection.close_reason
        if type(caught.value) is ConnectionClosedError:
            with pytest.raises(ConnectionClosedError):
                list(connection)
        else:
            assert list(connection) == []
    assert isinstance(caught.value, package.OpenAIError) and type(caught.value) is getattr(
        package, type(caught.value).__name__
    )
    copy = pickle.loads(pickle.dumps(caught.value))
    assert (copy.code, copy.rcvd, str(copy)) == (caught.value.code, caught.value.rcvd, str(caught.value))


@pytest.mark.parametrize("data", [b"", encode(TEXT, b"cut")[:3], encode(TEXT, b"x", fin=False)])
@pytest.mark.parametrize("reset", [False, True])
def test_a_network_connection_that_is_lost(connect: Any, data: bytes, reset: bool) -> None:
    def script(peer: Peer) -> None:
        peer.send(encode(TEXT, b"last"))
        peer.expect(TEXT)
        peer.send(data)
        peer.connection.reset() if reset else peer.connection.close()

    with serve(script) as server:
        connection = connect(url_of(server))
        connection.send("go")
        assert connection.recv(LIMIT) == "last"
        with pytest.raises(ConnectionClosedError, match="no close frame received or sent") as caught:
            connection.recv(LIMIT)
    assert caught.value.code == 1006 and caught.value.rcvd is None and caught.value.sent is None


def test_a_close_frame_is_seen_though_sending_fails_first(connect: Any) -> None:
    """The server closes with a reason, and does not read what the program sends."""

    def script(peer: Peer) -> None:
        peer.send(encode(TEXT, b"last"), encode_close(1008, b"policy"))
        peer.connection.close()

    with serve(script) as server:
        connection = connect(url_of(server))
        with pytest.raises(ConnectionClosedError) as caught:
            for _ in range(1000):
                connection.send(b"x" * 100_000)
        assert caught.value.code in (1008, 1006)  # a reset may destroy the frame before it is received
        if caught.value.code == 1008:
            assert connection.recv(LIMIT) == "last" and caught.value.reason == "policy"


def test_sending_to_a_connection_that_was_reset(connect: Any) -> None:
    with serve(lambda peer: peer.connection.reset()) as server:
        connection = connect(url_of(server))
        with pytest.raises(ConnectionClosedError, match="no close frame received or sent") as caught:
            for _ in range(1000):
                connection.send(b"x" * 100_000)
        with pytest.raises(ConnectionClosedError):
            connection.recv(LIMIT)
    assert caught.value.code == 1006


def test_keepalive_ends_a_send_to_a_server_that_does_not_read(connect: Any) -> None:
    done = threading.Event()
    with serve(lambda peer: done.wait(LIMIT)) as server:
        connection = connect(url_of(server), ping_interval=0.05, ping_timeout=0.3)
        with pytest.raises(ConnectionClosedError, match="keepalive ping timeout"):
            connection.send(b"x" * 50_000_000)
        done.set()


def test_pings_of_a_server_that_does_not_read_the_pongs(connect: Any) -> None:
    """They take no memory, the latest one is answered, and messages still arrive."""
    count = 60_000

    def script(peer: Peer) -> None:
        for number in range(count):
            peer.send(encode(PING, b"%d" % number + b"x" * 100))
        peer.send(encode(TEXT, b"after"))
        while not peer.expect(PONG).payload.startswith(b"%dx" % (count - 1)):
            pass
        peer.answer_close()

    with serve(script) as server, connect(url_of(server)) as connection:
        assert connection.recv(LIMIT) == "after"


def test_the_end_of_tls(connect: Any, certificates: Any, tls_options: Any) -> None:
    def script(peer: Peer) -> None:
        peer.send(encode(TEXT, b"last"))
        peer.expect(TEXT)
        try:
            peer.sock.unwrap()  # sends a close_notify
        except OSError:
            pass

    with serve(script, tls=certificates.server()) as server:
        connection = connect(url_of(server), **tls_options)
        connection.send("go")
        assert connection.recv(LIMIT) == "last"
        with pytest.raises(ConnectionClosedError) as caught:
            connection.recv(LIMIT)
    assert caught.value.code == 1006


@pytest.mark.parametrize(
    ("frame", "code"), [(encode(TEXT, b"\xff"), 1007), (encode(3), 1002), (encode(BINARY, b"x" * 2000), 1009)]
)
def test_violations_of_the_server(connect: Any, frame: bytes, code: int) -> None:
    """The messages before it are delivered first, and can be answered."""

    def script(peer: Peer) -> None:
        peer.send(encode(TEXT, b"before"), frame)
        peer.expect(TEXT, b"before")
        assert peer.expect(CLOSE).payload[:2] == struct.pack("!H", code)

    with serve(script) as server:
        connection = connect(url_of(server), max_size=1000)
        connection.send(connection.recv(LIMIT))
        with pytest.raises(ConnectionClosedError) as caught:
            connection.recv(LIMIT)
    assert caught.value.rcvd is None and caught.value.sent.code == code
    assert str(caught.value.__cause__) and caught.value.sent.reason in str(caught.value)


def test_a_violation_ends_a_connection_that_nobody_reads(connect: Any) -> None:
    def script(peer: Peer) -> None:
        peer.send(encode(TEXT, b"before"), encode(3))
        assert peer.expect(CLOSE).payload[:2] == struct.pack("!H", 1002)

    with serve(script) as server:
        connection = connect(url_of(server))
        deadline = time.monotonic() + LIMIT
        while connection.is_open and time.monotonic() < deadline:
            time.sleep(0.02)
        assert connection.recv(LIMIT) == "before" and connection.close_code == 1006


def test_the_block_reports_an_error_of_the_program(connect: Any, kind: str) -> None:
    codes = []
    with serve(lambda peer: codes.append(peer.answer_close())) as server:
        if kind == "sync":
            with pytest.raises(ZeroDivisionError), connect(url_of(server)):
                raise ZeroDivisionError
        else:
            connection = connect(url_of(server))

            async def main() -> None:
                async with connection.connection:
                    raise ZeroDivisionError

            with pytest.raises(ZeroDivisionError):
                connection.thread.run(main())
    assert codes == [struct.pack("!H", 1011)]


def test_a_dropped_connection_is_closed(kind: str) -> None:
    """No thread and no callback keeps it."""
    ended = threading.Event()

    def script(peer: Peer) -> None:
        with pytest.raises((EOFError, OSError)):
            peer.read()
        ended.set()

    with serve(script) as server:
        if kind == "sync":
            connection = websocket.connect(url_of(server))
            link = weakref.ref(connection._link)
            del connection
        else:
            thread = LoopThread(asyncio.new_event_loop())
            connection = thread.run(websocket.aconnect(url_of(server)))
            link = weakref.ref(connection._link)
            del connection
        assert ended.wait(LIMIT)
        if kind != "sync":
            thread.stop()
        expires_at = time.monotonic() + LIMIT
        while link() is not None and time.monotonic() < expires_at:
            gc.collect()
            time.sleep(0.01)
        assert link() is None


# Connections of asyncio


def test_a_cancelled_recv_loses_nothing() -> None:
    count = 200

    def script(peer: Peer) -> None:
        for number in range(count):
            peer.send(encode(TEXT, b"%d" % number))
        peer.answer_close()

    async def main(url: str) -> list[Any]:
        received: list[Any] = []
        async with await websocket.aconnect(url) as connection:
            while len(received) < count:
                task = asyncio.ensure_future(connection.recv())
                for _ in range(len(received) % 4):
                    await asyncio.sleep(0)
                task.cancel()
                try:
                    received.append(await task)
                except asyncio.CancelledError:
                    pass
                if len(received) < count and len(received) % 4 == 0:
                    received.append(await connection.recv(LIMIT))
        return received

    with serve(script) as server:
        assert asyncio.run(asyncio.wait_for(main(url_of(server)), LIMIT)) == [str(number) for number in range(count)]


def test_a_cancelled_send_leaves_whole_frames() -> None:
    go = threading.Event()
    size = 12_000_000

    def script(peer: Peer) -> None:
        assert go.wait(LIMIT)
        assert len(peer.expect(BINARY).payload) == size
        peer.expect(TEXT, b"after")
        peer.answer_close()

    async def main(url: str) -> None:
        async with await websocket.aconnect(url) as connection:
            task = asyncio.ensure_future(connection.send(b"x" * size))
            await asyncio.wait({task}, timeout=0.1)
            assert not task.done()
            task.cancel()
            await asyncio.wait({task})
            go.set()
            await connection.send("after")

    with serve(script) as server:
        asyncio.run(asyncio.wait_for(main(url_of(server)), LIMIT))


def test_a_loop_that_ends_without_close() -> None:
    async def main(url: str) -> Any:
        connection = await websocket.aconnect(url)
        await connection.send("x")
        return connection

    with serve(echo) as server:
        connection = asyncio.run(main(url_of(server)))
        assert "WebSocketConnection" in repr(connection)
        del connection
        gc.collect()


def test_a_hundred_connections_share_one_loop() -> None:
    count = 100

    async def use(url: str) -> None:
        async with await websocket.aconnect(url) as connection:
            await connection.send("x")
            assert await connection.recv(LIMIT) == "x"

    async def main(url: str) -> None:
        await asyncio.gather(*(use(url) for _ in range(count)))

    with serve(echo) as server:
        asyncio.run(asyncio.wait_for(main(url_of(server)), LIMIT))
        assert server.connections == count


# TLS and proxies


@pytest.fixture
def tls_options(certificates: Any) -> dict[str, Any]:
    return {"ssl_context": ssl.create_default_context(cafile=certificates.ca_file)}


def test_tls(connect: Any, certificates: Any, tls_options: Any) -> None:
    with serve(echo, tls=certificates.server()) as server:
        with connect(url_of(server), **tls_options) as connection:
            for message in ["hello", b"x" * 3_000_000, "ü" * 100_000]:
                connection.send(message)
                assert connection.recv(LIMIT) == message
        assert connection.close_code == 1000
        with pytest.raises(package.CertificateError):
            connect(url_of(server))


def test_both_sides_send_much_over_tls(connect: Any, certificates: Any, tls_options: Any) -> None:
    """Sending must not wait for a receive that is pending."""
    size = 3_000_000

    def script(peer: Peer) -> None:
        peer.send(encode(BINARY, b"s" * size))
        assert len(peer.read().payload) == size
        peer.expect(TEXT, b"second")
        peer.send(encode(TEXT, b"done"))
        peer.answer_close()

    with serve(script, tls=certificates.server()) as server, connect(url_of(server), **tls_options) as connection:
        connection.send(b"c" * size)
        connection.send("second")
        assert connection.recv(LIMIT) == b"s" * size and connection.recv(LIMIT) == "done"


def tunnel(port: Callable[[], int]) -> Callable[[Any], None]:
    def step(connection: Any) -> None:
        connection.read_request()
        connection.sock.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
        forward(port)(connection)

    return step


@pytest.mark.parametrize("server_tls", [False, True])
@pytest.mark.parametrize("proxy_tls", [False, True])
def test_proxies(connect: Any, certificates: Any, tls_options: Any, server_tls: bool, proxy_tls: bool) -> None:
    """Also ws:// URLs go through a tunnel. The proxy's credentials are decoded, and reach nobody else."""
    with serve(echo, tls=certificates.server() if server_tls else None) as server:
        with RawServer(tunnel(lambda: server.port), tls=certificates.server() if proxy_tls else None) as proxy:
            proxy_url = proxy.url.replace("://", "://us%3Ar:p%40ss@")
            with connect(url_of(server), proxy=proxy_url, **tls_options) as connection:
                for message in ["hello", b"x" * 500_000]:
                    connection.send(message)
                    assert connection.recv(LIMIT) == message
    assert [sent.method for sent in proxy.requests] == ["CONNECT"]
    assert proxy.requests[0].target == "127.0.0.1:{}".format(server.port)
    assert proxy.requests[0].header("Proxy-Authorization") == ["Basic dXM6cjpwQHNz"]
    assert server.requests[0].header("Proxy-Authorization") == []


def test_socks_proxies_and_the_environment(connect: Any, monkeypatch: Any) -> None:
    with serve(echo) as server:
        socks = SocksProxy(lambda: server.port, (b"user", b"p@ss"))
        with RawServer(socks) as proxy:
            monkeypatch.setenv("http_proxy", "socks5h://user:p%40ss@127.0.0.1:{}".format(proxy.port))
            with connect("ws://api.invalid/socket") as connection:
                connection.send("through")
                assert connection.recv(LIMIT) == "through"
            monkeypatch.setenv("no_proxy", "127.0.0.1")
            with connect(url_of(server)) as connection:
                connection.send("direct")
                assert connection.recv(LIMIT) == "direct"
    assert socks.targets == [("api.invalid", 80)]


# Processes


def run_program(code: str, *arguments: str, interrupt: bool = False) -> subprocess.CompletedProcess[bytes]:
    """Run a program; with `interrupt`, send it Ctrl-C once it has printed a line."""
    root = str(FOLDER.parents[PACKAGE.count(".")])
    code = "import sys\nsys.path.insert(0, {!r})\nfrom {} import websocket\n{}".format(root, PACKAGE, code)
    process = subprocess.Popen(
        [sys.executable, "-W", "error", "-c", code, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    try:
        if interrupt:
            assert process.stdout is not None and process.stdout.readline() == b"ready\n"
            process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=LIMIT)
    finally:
        process.kill()
        process.wait(LIMIT)
    return subprocess.CompletedProcess((), process.returncode, out, err)


SYNC_PROGRAM = "connection = websocket.connect(sys.argv[1])\nconnection.send('x')\n"
ASYNC_PROGRAM = """
import asyncio
async def main():
    global connection
    connection = await websocket.aconnect(sys.argv[1])
    await connection.send('x')
    {}
asyncio.run(main())
"""


@pytest.mark.parametrize(
    "code", [SYNC_PROGRAM + "print(connection.recv())", ASYNC_PROGRAM.format("print(await connection.recv())")]
)
def test_a_program_that_does_not_close_ends(code: str) -> None:
    with serve(echo) as server:
        result = run_program(code, url_of(server))
    assert (result.returncode, result.stdout.strip(), result.stderr) == (0, b"x", b"")


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGINT for one process")
@pytest.mark.parametrize(
    "code",
    [
        SYNC_PROGRAM + "with connection:\n    print(connection.recv() and 'ready', flush=True)\n    connection.recv()",
        ASYNC_PROGRAM.format(
            "async with connection:\n        print(await connection.recv() and 'ready', flush=True)\n"
            "        await connection.recv()"
        ),
    ],
)
def test_ctrl_c_ends_a_pending_recv(code: str) -> None:
    codes = []

    def script(peer: Peer) -> None:
        peer.send(encode(TEXT, peer.expect(TEXT).payload))
        codes.append(peer.answer_close())

    with serve(script) as server:
        result = run_program(code, url_of(server), interrupt=True)
    assert b"KeyboardInterrupt" in result.stderr and b"Exception ignored" not in result.stderr
    assert codes == [struct.pack("!H", 1011)]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="fork is not available")
def test_a_forked_process_has_no_connection() -> None:
    code = SYNC_PROGRAM + (
        "import os\nprint(connection.recv(), flush=True)\npid = os.fork()\n"
        "if not pid:\n    for use in (connection.recv, lambda: connection.send('y'), connection.close):\n"
        "        try:\n            print(use(), flush=True)\n        except websocket.ConnectionClosed as error:\n"
        "            print('fork' in str(error), flush=True)\n    os._exit(0)\n"
        "os.waitpid(pid, 0)\nconnection.send('z')\nprint(connection.recv())\nconnection.close()\n"
    )
    code = "import warnings\nwarnings.simplefilter('ignore', DeprecationWarning)\n" + code  # of fork with threads
    with serve(echo) as server:
        result = run_program(code, url_of(server))
    assert result.stdout.split() == [b"x", b"True", b"True", b"None", b"z"], result.stderr
