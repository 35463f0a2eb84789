# SPDX-License-Identifier: MIT
"""What goes wrong only if threads, the server and the network act at the same moment."""

from __future__ import annotations

import asyncio
import sys
import threading
import time
from typing import Any, Iterator

import pytest

from . import load
from .raw_server import LIMIT, RESET, RawServer
from .websocket_server import BINARY, CLOSE, PING, PONG, TEXT, Peer, echo, encode, encode_close, serve, upgrade, url_of

websocket = load("websocket")


@pytest.fixture
def frequent_switches() -> Iterator[None]:
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def test_pongs_that_meet_a_send_are_not_held_back(frequent_switches: None) -> None:
    """The server waits for each pong, and the program then sends nothing that would carry it along."""

    def script(peer: Peer) -> None:
        for number in range(300):
            payload = b"%d" % number
            peer.send(encode(TEXT, b"go") + encode(PING, payload))
            frames = [peer.read(), peer.read()]
            assert {(frame.opcode, frame.payload) for frame in frames} == {(TEXT, b"here"), (PONG, payload)}
        peer.close()

    with serve(script) as server, websocket.connect(url_of(server), ping_interval=None) as connection:
        for _ in range(300):
            assert connection.recv(LIMIT) == "go"
            connection.send("here")
        with pytest.raises(websocket.ConnectionClosedOK):
            connection.recv(LIMIT)


def test_pings_of_several_threads(frequent_switches: None) -> None:
    with serve(echo) as server, websocket.connect(url_of(server), ping_interval=None) as connection:
        errors: list[BaseException] = []

        def ping() -> None:
            try:
                for _ in range(150):
                    assert connection.ping().wait(LIMIT)
            except BaseException as error:
                errors.append(error)

        threads = [threading.Thread(target=ping) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(LIMIT)
        assert errors == [] and connection.is_open


def test_pings_that_meet_the_end(frequent_switches: None) -> None:
    """Each event is set, also that of a ping which is sent while the server closes."""
    for number in range(30):

        def script(peer: Peer, number: int = number) -> None:
            for _ in range(number % 5):
                peer.read()
            peer.close()

        with serve(script) as server, websocket.connect(url_of(server), ping_interval=None) as connection:
            pongs = []
            with pytest.raises(websocket.ConnectionClosed):
                while True:
                    pongs.append(connection.ping())
            assert all(pong.wait(LIMIT) for pong in pongs)


@pytest.mark.parametrize("is_async", [False, True])
def test_pong_that_cannot_be_sent_loses_nothing(is_async: bool) -> None:
    """The server has reset the connection when its ping is answered; what it sent before is still delivered."""
    messages = [encode(BINARY, b"x" * 1000)] * 70  # more than is received at once
    frames = encode(PING, b"p") + b"".join(messages) + encode_close(4000, b"bye")

    def check(received: list[Any], error: Any) -> None:
        assert len(received) == len(messages)
        assert error.rcvd.code == 4000 and error.code == 4000

    async def main(url: str) -> None:
        received: list[Any] = []
        async with await websocket.aconnect(url) as connection:
            with pytest.raises(websocket.ConnectionClosedError) as caught:
                while True:
                    received.append(await connection.recv(LIMIT))
        check(received, caught.value)

    for _ in range(5):
        with RawServer(upgrade(first_frames=frames), RESET) as server:
            if is_async:
                asyncio.run(main(url_of(server)))
                continue
            connection, received = websocket.connect(url_of(server)), []
            with pytest.raises(websocket.ConnectionClosedError) as caught:
                while True:
                    received.append(connection.recv(LIMIT))
            check(received, caught.value)


def test_message_that_was_sent_is_no_failure_because_of_a_reply() -> None:
    """The server takes the last message, closes, and is gone before its close frame is answered."""
    for _ in range(50):

        def script(peer: Peer) -> None:
            for _ in range(5):
                peer.read()
            peer.send(encode_close(1000))

        with serve(script) as server, websocket.connect(url_of(server)) as connection:
            for number in range(5):
                connection.send(str(number))


@pytest.mark.parametrize("is_async", [False, True])
def test_failure_while_a_message_is_taken_in(is_async: bool, monkeypatch: Any) -> None:
    """A message for which there is no memory is not lost without notice."""
    protocol = load("transport.websocket_protocol").WebSocketProtocol
    receive_data = protocol.receive_data

    def fail(self: Any, data: bytes) -> Any:
        if b"too much" in data:
            raise MemoryError
        return receive_data(self, data)

    monkeypatch.setattr(protocol, "receive_data", fail)

    def script(peer: Peer) -> None:
        peer.read()
        peer.send(encode(TEXT, b"too much"))
        while peer.read().opcode != CLOSE:
            pass

    async def main(url: str) -> Any:
        async with await websocket.aconnect(url) as connection:
            await connection.send("go")
            with pytest.raises(websocket.ConnectionClosedError) as caught:
                await connection.recv(LIMIT)
        return caught.value

    with serve(script) as server:
        if is_async:
            error = asyncio.run(main(url_of(server)))
        else:
            connection = websocket.connect(url_of(server))
            connection.send("go")
            with pytest.raises(websocket.ConnectionClosedError) as caught:
                connection.recv(LIMIT)
            error = caught.value
    assert error.sent.code == 1011 and isinstance(error.__cause__, MemoryError)


@pytest.mark.parametrize("is_async", [False, True])
def test_open_connection_takes_no_time_of_the_processor(is_async: bool) -> None:
    async def main(url: str) -> float:
        async with await websocket.aconnect(url):
            await asyncio.sleep(0.1)
            before = time.process_time()
            await asyncio.sleep(0.5)
            return time.process_time() - before

    with serve(echo) as server:
        if is_async:
            spent = asyncio.run(main(url_of(server)))
        else:
            with websocket.connect(url_of(server)):
                time.sleep(0.1)
                before = time.process_time()
                time.sleep(0.5)
                spent = time.process_time() - before
    assert spent < 0.25, "a thread or callback runs all the time"


def test_close_after_abort_sends_nothing(frequent_switches: None) -> None:
    """The thread may not yet have seen the end when `close` is called."""
    for _ in range(100):
        with serve(echo) as server:
            connection = websocket.connect(url_of(server), ping_interval=None)
            link = connection._link
            link.abort()
            link.close()
            assert link.end[1][0] == 1001
