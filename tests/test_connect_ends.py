# SPDX-License-Identifier: MIT
"""Ends of connections made by `connect()`, `close()`, liveness, and many threads or tasks at once."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from typing import Any, Iterator

import pytest

from . import FOLDER, PACKAGE, load, package
from .connect_support import ALL, Both, ConnectServer
from .raw_server import LIMIT
from .websocket_server import CLOSE, PING, TEXT, encode

QUIET = (1000, 1001, None)
ConnectionClosedOK, ConnectionClosedError = package.ConnectionClosedOK, package.ConnectionClosedError
ConcurrencyError = load("websocket").ConcurrencyError


@pytest.fixture(params=[False, True], ids=["sync", "async"])
def both(request: Any) -> Iterator[Both]:
    value = Both(request.param)
    yield value
    value.stop()


# Ends


@pytest.mark.parametrize("code", [*QUIET, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 3000, 4000, 4999])
def test_close_codes_of_the_server(both: Both, code: Any) -> None:
    for endpoint in ("live", "beta.realtime"):
        with both.connected(endpoint) as (connection, side):
            side.send({"type": "last"})
            side.close(code, "" if code is None else "the reason ü")
            assert both.call(connection.recv).type == "last"
            for call in (connection.recv, connection.recv_bytes, lambda: connection.send({"type": "x"})):
                error = both.error(call)
                assert type(error) is (ConnectionClosedOK if code in QUIET else ConnectionClosedError)
                assert (error.rcvd.code, error.code) == (code or 1005, code or 1005)
                assert error.rcvd.reason == error.reason == ("" if code is None else "the reason ü")
                assert error.rcvd_then_sent is True
                assert isinstance(error, (package.ConnectionClosed, package.OpenAIError))
            assert (connection.close_code, connection.is_open) == (code or 1005, False)
            if code in QUIET:
                assert both.types(connection) == []
            else:
                with pytest.raises(ConnectionClosedError):
                    both.types(connection)


def test_text_of_an_end(both: Both) -> None:
    with both.connected() as (connection, side):
        side.close(1011, "oops")
        assert str(both.error(connection.recv)).startswith("received 1011 (internal error) oops; then sent")


@pytest.mark.parametrize("how", ["recv", "iterate", "dispatch_events"])
@pytest.mark.parametrize("data", [b"", encode(TEXT, b"x" * 100)[:50], encode(TEXT, b"x", fin=False)])
def test_a_cut_connection(both: Both, how: str, data: bytes) -> None:
    with both.connected() as (connection, side):
        side.peer.send(data)
        side.cut()
        with pytest.raises(ConnectionClosedError, match="no close frame received") as caught:
            if how == "iterate":
                both.types(connection)
            else:
                both.call(getattr(connection, how))
        assert (caught.value.rcvd, caught.value.code) == (None, 1006)


@pytest.mark.parametrize(
    ("data", "code"),
    [(encode(CLOSE, b"\x03"), 1002), (encode(CLOSE, b"\x03\xed"), 1002), (encode(CLOSE, b"\x03\xe8\xff"), 1007),
     (encode(3), 1002), (encode(TEXT, b"x", reserved=4), 1002), (encode(PING, b"x" * 126), 1002),
     (encode(0, b"x"), 1002), (encode(TEXT, b"\xff"), 1007)],
)  # fmt: skip
def test_violations_of_the_protocol(both: Both, data: bytes, code: int) -> None:
    with both.connected() as (connection, side):
        side.peer.send(data)
        error = both.error(connection.recv)
        assert isinstance(error, ConnectionClosedError)
        assert (error.rcvd, error.sent.code) == (None, code)


# close()


@pytest.mark.parametrize("endpoint", ALL)
def test_calls_after_close(both: Both, endpoint: str) -> None:
    with both.connected(endpoint) as (connection, side):
        assert both.call(connection.close, code=4000, reason="r") is None
        both.call(connection.close, code=4001)
        assert side.wait_closed() == (4000, "r")
        for call in (connection.recv, connection.recv_bytes, lambda: connection.send({"type": "x"})):
            assert isinstance(both.error(call), package.ConnectionClosed)
        assert isinstance(both.error(lambda: connection.send_raw("x")), package.ConnectionClosed)
        assert isinstance(both.error(lambda: connection.close(1000)), TypeError)


@pytest.mark.parametrize("how", ["recv", "iterate", "dispatch_events"])
def test_close_wakes_a_receiver(both: Both, how: str) -> None:
    with both.connected() as (connection, side):
        if how == "iterate":
            waiting: Any = both.start(collect(both, connection))
        else:
            waiting = both.start(getattr(connection, how))
        wait_for_receiver(both, connection)
        both.call(connection.close)
        if how == "recv":
            with pytest.raises(ConnectionClosedOK):
                waiting.result(LIMIT)
        else:
            assert not waiting.result(LIMIT)
        assert side.wait_closed() == (1000, "")


def collect(both: Both, connection: Any) -> Any:
    """Return a function that reads all events."""
    if not both.is_async:
        return lambda: list(connection)

    async def read() -> Any:
        return [event async for event in connection]

    return read


def wait_for_receiver(both: Both, connection: Any) -> None:
    """Wait until another call receives."""
    end = time.monotonic() + LIMIT
    while time.monotonic() < end:
        try:
            both.call(connection.recv, timeout=0.001)
        except ConcurrencyError:
            return
        except (TimeoutError, asyncio.TimeoutError):
            time.sleep(0.001)
    raise AssertionError("nobody receives")


def test_close_from_many_sides(both: Both) -> None:
    with both.connected() as (connection, side):
        for each in [both.start(connection.close) for _ in range(8)]:
            each.result(LIMIT)
        assert side.wait_closed() == (1000, "")


def test_close_with_unread_messages(both: Both) -> None:
    options = {"close_timeout": LIMIT}
    with both.connected(websocket_connection_options=options) as (connection, side):
        side.send(*({"type": "x", "fill": "y" * 1000} for _ in range(3000)))
        assert both.call(connection.recv).type == "x"
        started = time.monotonic()
        both.call(connection.close)
        assert time.monotonic() - started < LIMIT / 2
        assert side.wait_closed() == (1000, "")


@pytest.mark.parametrize("arguments", [{"code": 999}, {"code": 1006}, {"code": 5000}, {"reason": "x" * 124}])
def test_invalid_close_codes_and_reasons(both: Both, arguments: Any) -> None:
    with both.connected() as (connection, _):
        assert isinstance(both.error(lambda: connection.close(**arguments)), ValueError)


def test_closing_the_client_leaves_connections_open(both: Both) -> None:
    with ConnectServer() as server:
        client = both.client(server.url)
        connection = both.call(client.responses.connect().enter)
        side = server.accept()
        both.call(client.close)
        side.send({"type": "a"})
        assert both.call(connection.recv).type == "a"
        both.call(connection.close)
        assert isinstance(both.error(client.responses.connect().enter), package.OpenAIError)


# Liveness and concurrency


@pytest.mark.parametrize("endpoint", ALL)
def test_pings_are_answered_during_silence(both: Both, endpoint: str) -> None:
    with both.connected(endpoint) as (connection, side):
        side.send(*({"type": "x", "n": number} for number in range(200)))  # a queue that nobody reads
        for payload in (b"1", b""):
            side.peer.send(encode(PING, payload))
            assert side.pongs.get(timeout=LIMIT) == payload
        assert [both.call(connection.recv).n for _ in range(200)] == list(range(200))


def test_a_close_during_silence_is_answered(both: Both) -> None:
    with both.connected() as (connection, side):
        side.close(1001)  # returns when the client has answered
        assert side.close_code == 1001
        assert isinstance(both.error(connection.send, {"type": "x"}), ConnectionClosedOK)


def test_senders_keep_their_order(both: Both) -> None:
    with both.connected("responses") as (connection, side):
        if both.is_async:

            async def send_all(sender: int) -> None:
                for number in range(50):
                    await connection.send({"type": "x", "sender": sender, "n": number})
        else:

            def send_all(sender: int) -> None:  # type: ignore[misc]
                for number in range(50):
                    connection.send({"type": "x", "sender": sender, "n": number})

        sending = [both.start(send_all, sender) for sender in range(8)]
        received: Any = {sender: [] for sender in range(8)}
        for _ in range(400):
            event = side.receive_json()
            received[event["sender"]].append(event["n"])
        assert all(numbers == list(range(50)) for numbers in received.values())
        for each in sending:
            each.result(LIMIT)


def test_one_receiver_at_a_time(both: Both) -> None:
    with both.connected() as (connection, side):
        first = both.start(connection.recv)
        wait_for_receiver(both, connection)
        both.call(connection.send, {"type": "x"})  # sending is free
        assert side.receive_json() == {"type": "x"}
        side.send({"type": "a"})
        assert first.result(LIMIT).type == "a"


def test_recv_with_a_timeout(both: Both) -> None:
    with both.connected() as (connection, side):
        for call in (connection.recv, connection.recv_bytes):
            error = both.error(call, timeout=0.01)
            assert isinstance(error, TimeoutError)
        side.send({"type": "a"})
        assert both.call(connection.recv, timeout=LIMIT).type == "a"


def test_cancelled_calls_lose_nothing() -> None:
    both = Both(True)
    try:
        with both.connected() as (connection, side):

            async def receive() -> Any:
                numbers: Any = []
                while len(numbers) < 50:
                    try:
                        numbers.append((await asyncio.wait_for(connection.recv(), 0.001)).n)
                    except asyncio.TimeoutError:
                        pass
                return numbers

            async def cancel_dispatching() -> None:
                task = asyncio.ensure_future(connection.dispatch_events())
                await asyncio.sleep(0)
                task.cancel()
                with pytest.raises(asyncio.CancelledError):
                    await task

            both.call(cancel_dispatching)
            receiving = both.start(receive)
            for number in range(50):
                side.send({"type": "x", "n": number})
                time.sleep(0.001)
            assert receiving.result(LIMIT) == list(range(50))
    finally:
        both.stop()


def test_a_cancelled_handshake_closes_the_socket() -> None:
    both, has_ended = Both(True), threading.Event()
    try:
        with ConnectServer() as server:
            has_begun = threading.Event()

            def wait_for_the_end(connection: Any) -> None:
                has_begun.set()
                if not connection.receive():
                    has_ended.set()

            server.answer(wait_for_the_end)
            entering = both.start(both.manager(server).enter)
            assert has_begun.wait(LIMIT)
            entering.cancel()
            assert has_ended.wait(LIMIT)
    finally:
        both.stop()


PROGRAM = """
    import importlib, sys, threading
    sys.path.insert(0, {root!r})
    openai = importlib.import_module({package!r})
    client = openai.OpenAI(api_key="sk", base_url={url!r}, environment=False)
    manager = client.realtime.connect(model="m")
    {body}
"""


def program(server: ConnectServer, body: str) -> Any:
    source = textwrap.dedent(
        PROGRAM.format(
            root=str(FOLDER.parents[PACKAGE.count(".")]),
            package=PACKAGE,
            url=server.url,
            body=body.replace("\n", "\n    "),
        )
    )
    return subprocess.Popen(
        [sys.executable, "-W", "error", "-c", source], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


@pytest.mark.parametrize(
    "body",
    ["connection = manager.enter(); print('end')",
     "threading.Thread(target=list, args=(manager.enter(),), daemon=True).start(); print('end')",
     "with manager: sys.exit(print('end'))"],
)  # fmt: skip
def test_programs_end(body: str) -> None:
    with ConnectServer() as server:
        process = program(server, body)
        output, errors = process.communicate(timeout=LIMIT)
        assert (output.strip(), process.returncode) == (b"end", 0), errors


@pytest.mark.skipif(os.name == "nt", reason="Windows sends Ctrl-C to groups of processes alone")
def test_ctrl_c_ends_recv() -> None:
    body = "with manager as connection:\n    try:\n        print('ready', flush=True)\n        connection.recv()\n"
    body += "    except KeyboardInterrupt:\n        print('interrupted')"
    with ConnectServer() as server:
        process = program(server, body)
        assert process.stdout.readline().strip() == b"ready"
        process.send_signal(signal.SIGINT)
        output, errors = process.communicate(timeout=LIMIT)
        assert (output.strip(), process.returncode) == (b"interrupted", 0), errors
