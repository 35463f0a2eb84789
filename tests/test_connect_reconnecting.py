# SPDX-License-Identifier: MIT
"""Connections that are opened again: when, how often, with what, and the queue of messages meanwhile."""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import json
import threading
import time
from typing import Any, Iterator, List

import pytest

from . import load, package
from .connect_support import RECONNECTING, Both, ConnectServer, ServerSide, query_of
from .raw_server import LIMIT

FAST = {"initial_delay": 0.01, "max_delay": 0.02}
ConnectionClosedOK, ConnectionClosedError = package.ConnectionClosedOK, package.ConnectionClosedError
ReconnectingEvent = package.ReconnectingEvent


@pytest.fixture(params=[False, True], ids=["sync", "async"])
def both(request: Any) -> Iterator[Both]:
    value = Both(request.param)
    yield value
    value.stop()


class Hook:
    """An `on_reconnecting` that records its events."""

    def __init__(self, result: Any = None) -> None:
        self.events: List[Any] = []
        self.result = result

    def __call__(self, event: Any) -> Any:
        self.events.append(event)
        return self.result(event) if callable(self.result) else self.result

    @property
    def attempts(self) -> List[int]:
        return [event.attempt for event in self.events]


def next_event(both: Both, connection: Any) -> Any:
    """Begin to wait, in the background, for an event of an iteration."""
    iterator = connection.__aiter__() if both.is_async else iter(connection)
    return both.start(iterator.__anext__ if both.is_async else iterator.__next__)


def all_types(both: Both, connection: Any) -> Any:
    """Begin to read, in the background, the types of all events."""
    if not both.is_async:
        return both.start(lambda: [getattr(event, "type", None) for event in connection])

    async def read() -> Any:
        return [getattr(event, "type", None) async for event in connection]

    return both.start(read)


def reopened(both: Both, server: ConnectServer, connection: Any) -> ServerSide:
    """Cut a connection and wait until an iteration has opened it again; return the new server side."""
    waiting = next_event(both, connection)
    server.accept().cut()
    side = server.accept()
    side.send({"type": "again"})
    assert waiting.result(LIMIT).type == "again"
    return side


@contextlib.contextmanager
def broken(both: Both, server: ConnectServer, endpoint: str = "realtime", **arguments: Any) -> Iterator[Any]:
    """Give a connection that waits before its attempt, the iteration, and a function that lets the attempt begin."""
    started, let_go = threading.Event(), threading.Event()

    if both.is_async:

        async def hook(event: Any) -> None:
            started.set()
            while not let_go.is_set():
                await asyncio.sleep(0.001)
    else:

        def hook(event: Any) -> None:  # type: ignore[misc]
            started.set()
            assert let_go.wait(LIMIT)

    manager = both.manager(server, endpoint, on_reconnecting=hook, **{**FAST, **arguments})
    with both.opened(manager) as connection:
        try:
            waiting = next_event(both, connection)
            server.accept().cut()
            assert started.wait(LIMIT)
            yield connection, waiting, let_go.set
        finally:
            let_go.set()


@pytest.mark.parametrize("endpoint", RECONNECTING)
def test_iteration_opens_again(both: Both, endpoint: str) -> None:
    hook = Hook()
    with ConnectServer() as server:
        manager = both.manager(server, endpoint, on_reconnecting=hook, extra_query={"q": "1"}, **FAST)
        with both.opened(manager) as connection:
            side = reopened(both, server, connection)
            both.call(connection.send, {"type": "x"})
            assert side.receive_json() == {"type": "x"}
        assert side.wait_closed() == (1000, "")
        assert server.targets[0] == server.targets[1]
    (event,) = hook.events
    assert (event.attempt, event.max_attempts, event.close_code) == (1, 5, 1006)
    assert (event.extra_query, event.extra_headers) == ({"q": "1"}, {})


@pytest.mark.parametrize("code", [1001, None, 1011, 1012, 1013, 1000, 1002, 1003, 1007, 1008, 1009, 1014, 3000, 4000])
def test_which_close_codes_open_again(both: Both, code: Any) -> None:
    hook = Hook()
    with ConnectServer() as server:
        with both.opened(both.manager(server, on_reconnecting=hook, **FAST)) as connection:
            reading = all_types(both, connection)
            server.accept().close(code)
            if code in (1001, None, 1011, 1012, 1013):
                side = server.accept()
                side.send({"type": "again"})
                side.close()
                assert reading.result(LIMIT) == ["again"]
                assert [event.close_code for event in hook.events] == [code or 1005]
            else:
                error = reading.exception(LIMIT)
                assert (
                    error is None if code == 1000 else (type(error), error.rcvd.code) == (ConnectionClosedError, code)
                )
                assert not hook.events


def test_never_without_a_hook_nor_in_recv_and_send(both: Both) -> None:
    hook = Hook()
    with ConnectServer() as server:
        with both.opened(both.manager(server, **FAST)) as connection:
            server.accept().cut()
            assert isinstance(all_types(both, connection).exception(LIMIT), ConnectionClosedError)
        with both.opened(both.manager(server, on_reconnecting=hook, **FAST)) as connection:
            server.accept().close(1011)
            for call in (connection.recv, connection.recv_bytes, lambda: connection.send({"type": "x"})):
                assert isinstance(both.error(call), ConnectionClosedError)
        with both.opened(both.manager(server, on_reconnecting=hook, **FAST)) as connection:
            both.call(connection.close)
            assert both.types(connection) == []
        assert not hook.events


def test_dispatch_events_opens_again_and_keeps_handlers(both: Both) -> None:
    hook, heard = Hook(), []
    with ConnectServer() as server:
        with both.opened(both.manager(server, on_reconnecting=hook, **FAST)) as connection:
            connection.on("event", lambda event: heard.append(event.type))
            running = both.start(connection.dispatch_events)
            for event_type in "abc":
                side = server.accept()
                side.send({"type": event_type})
                side.close(1012)
            server.accept().close(1000)
            running.result(LIMIT)
        assert heard == list("abc")
        assert hook.attempts == [1, 1, 1]


def test_delays_and_the_number_of_attempts(both: Both) -> None:
    hook = Hook()
    with ConnectServer() as server:
        arguments = {"initial_delay": 0.01, "max_delay": 0.05}
        with both.opened(both.manager(server, on_reconnecting=hook, **arguments)) as connection:
            side = server.accept()
            server.refuse("503 Service Unavailable", b"", 9)
            side.close(1011, "the first")
            error = all_types(both, connection).exception(LIMIT)
            assert error.rcvd.reason == "the first"
        assert len(server.requests) == 6
    assert [event.attempt for event in hook.events] == [1, 2, 3, 4, 5]
    for event, delay in zip(hook.events, (0.01, 0.02, 0.04, 0.05, 0.05)):
        assert 0.75 * delay <= event.delay <= delay
        assert event.close_code == 1011
        assert isinstance(event, ReconnectingEvent)
    with pytest.raises(dataclasses.FrozenInstanceError):
        hook.events[0].attempt = 2


@pytest.mark.parametrize("max_retries", [0, 2])
def test_max_retries(both: Both, max_retries: int) -> None:
    hook = Hook()
    with ConnectServer() as server:
        manager = both.connect(
            both.client(server.url, max_retries=7), "live", on_reconnecting=hook, max_retries=max_retries, **FAST
        )
        with both.opened(manager) as connection:
            side = server.accept()
            server.refuse("500 Internal Server Error", b"", 9)
            side.cut()
            assert isinstance(all_types(both, connection).exception(LIMIT), ConnectionClosedError)
        assert (len(hook.events), len(server.requests)) == (max_retries, 1 + max_retries)


@pytest.mark.parametrize("code", [1001, 1011])
def test_abort_and_failures_of_the_hook(both: Both, code: int) -> None:
    for result in ({"abort": True}, lambda event: 1 / 0):
        hook = Hook(result)
        with ConnectServer() as server:
            with both.opened(both.manager(server, on_reconnecting=hook, **FAST)) as connection:
                server.accept().close(code, "why")
                reading = all_types(both, connection)
                if code == 1001:
                    assert reading.result(LIMIT) == []
                else:
                    assert reading.exception(LIMIT).rcvd.reason == "why"
            assert (len(hook.events), len(server.requests)) == (1, 1)


def test_overrides_replace_and_stay(both: Both) -> None:
    def override(event: Any) -> Any:
        return {"extra_query": {"second": "2"}, "extra_headers": {"X-New": "n"}} if event.attempt == 1 else None

    hook = Hook(override)
    with ConnectServer() as server:
        manager = both.manager(
            server, call_id="c", extra_query={"first": "1"}, extra_headers={"X-Old": "o"}, on_reconnecting=hook, **FAST
        )
        for _ in range(2):  # a manager that is entered again begins with its own arguments
            server.requests.clear()
            hook.events.clear()
            with both.opened(manager) as connection:
                side, waiting = server.accept(), next_event(both, connection)
                server.refuse("500 Internal Server Error")
                side.cut()
                server.accept().send({"type": "a"})
                assert waiting.result(LIMIT).type == "a"
            queries = [query_of(target) for target in server.targets]
            again = "model=gpt-realtime&second=2&call_id=c"
            assert queries == ["model=gpt-realtime&first=1&call_id=c", again, again]
            assert [server.header("X-Old", n) + server.header("X-New", n) for n in range(3)] == [["o"], ["n"], ["n"]]
            assert (hook.events[1].extra_query, hook.events[1].extra_headers) == ({"second": "2"}, {"X-New": "n"})


def test_the_key_is_asked_again_and_a_failure_uses_up_an_attempt(both: Both) -> None:
    asked: Any = []

    def provide() -> str:
        asked.append(1)
        if len(asked) == 2:
            raise RuntimeError("the vault is down")
        return "sk-{}".format(len(asked))

    hook = Hook()
    with ConnectServer() as server:
        client = both.client(server.url, api_key=both.function(provide))
        with both.opened(both.connect(client, "responses", on_reconnecting=hook, **FAST)) as connection:
            reopened(both, server, connection)
        assert hook.attempts == [1, 2]
        assert [server.header("Authorization", n) for n in range(2)] == [["Bearer sk-1"], ["Bearer sk-3"]]


@pytest.mark.parametrize(
    ("message", "attempts"),
    [
        ('{"type": "a"}', [1, 1]),
        ('{"type": "error", "error": {}}', [1, 2]),
        ('{"a": 1}', [1, 2]),
        ('{"type": ""}', [1, 2]),
        ("[1]", [1, 2]),
    ],
)
def test_what_gives_a_fresh_budget(both: Both, message: str, attempts: List[int]) -> None:
    hook = Hook()
    with ConnectServer() as server:
        with both.opened(both.manager(server, on_reconnecting=hook, **FAST)) as connection:
            reading = all_types(both, connection)
            server.accept().cut()
            side = server.accept()
            side.send(message)
            side.close(1011)
            server.accept().close(1000)
            assert len(reading.result(LIMIT)) == 1
        assert hook.attempts == attempts


def test_a_handshake_gives_no_fresh_budget(both: Both) -> None:
    hook = Hook()
    with ConnectServer() as server:
        with both.opened(both.manager(server, on_reconnecting=hook, max_retries=3, **FAST)) as connection:
            reading = all_types(both, connection)
            for _ in range(4):
                server.accept().close(1011)
            assert isinstance(reading.exception(LIMIT), ConnectionClosedError)
        assert hook.attempts == [1, 2, 3]


# The queue


@pytest.mark.parametrize("endpoint", RECONNECTING)
def test_messages_are_queued_and_sent_in_order(both: Both, endpoint: str) -> None:
    with ConnectServer() as server, broken(both, server, endpoint) as (connection, waiting, let_go):
        expected: List[Any] = [json.dumps({"type": "x", "n": number}) for number in range(5)]
        for number in range(5):
            both.call(connection.send, {"type": "x", "n": number})
        both.call(connection.send_raw, b"\0binary")
        both.call(connection.send_raw, "text")
        let_go()
        side = server.accept()
        side.send({"type": "a"})
        assert waiting.result(LIMIT).type == "a"
        both.call(connection.send_raw, "later")
        assert [side.receive() for _ in range(8)] == [*expected, b"\0binary", "text", "later"]


def test_the_limit_of_the_queue(both: Both) -> None:
    with ConnectServer() as server, broken(both, server, max_queue_size=30) as (connection, waiting, let_go):
        both.call(connection.send_raw, "a" * 20)
        assert isinstance(both.error(connection.send_raw, "b" * 20), package.WebSocketQueueFullError)
        both.call(connection.send_raw, "ü" * 5)
        assert isinstance(both.error(connection.send_raw, "c"), package.WebSocketQueueFullError)
        let_go()
        side = server.accept()
        assert [side.receive() for _ in range(2)] == ["a" * 20, "ü" * 5]
        side.send({"type": "a"})
        waiting.result(LIMIT)
        both.call(connection.send_raw, "d" * 100)
        assert side.receive() == "d" * 100


def test_unsent_messages(both: Both) -> None:
    with ConnectServer() as server, broken(both, server, max_retries=1) as (connection, waiting, let_go):
        server.refuse("500 Internal Server Error", b"", 9)
        both.call(connection.send, {"type": "x"})
        for data in (b"\0\xff", "grüß", b"abc"):
            both.call(connection.send_raw, data)
        let_go()
        error = waiting.exception(LIMIT)
        assert isinstance(error, package.WebSocketConnectionClosedError)
        assert error.unsent_frames == ['{"type": "x"}', b"\0\xff", "grüß", b"abc"]
        assert error.unsent_messages == ['{"type": "x"}', "grüß", "abc"]
        assert isinstance(error.__cause__, ConnectionClosedError)
        assert "grüß" not in repr(error) + str(error) + str(vars(error))
        assert isinstance(all_types(both, connection).exception(LIMIT), ConnectionClosedError)  # reported once


@pytest.mark.parametrize("has_message", [False, True])
def test_close_while_it_is_broken(both: Both, has_message: bool) -> None:
    with ConnectServer() as server, broken(both, server, initial_delay=5, max_delay=5) as (connection, waiting, let_go):
        if has_message:
            both.call(connection.send, {"type": "x"})
        let_go()
        started = time.monotonic()
        both.call(connection.close)
        error = waiting.exception(LIMIT)
        expected = package.WebSocketConnectionClosedError if has_message else ConnectionClosedError
        assert type(error) is expected
        assert time.monotonic() - started < 4  # it does not wait for the delay
        assert len(server.requests) == 1


def test_a_cancelled_wait_ends_the_queueing() -> None:
    both, started = Both(True), threading.Event()
    try:
        with ConnectServer() as server:
            manager = both.manager(server, on_reconnecting=lambda event: started.set(), initial_delay=9, max_delay=9)
            with both.opened(manager) as connection:
                waiting = next_event(both, connection)
                server.accept().cut()
                assert started.wait(LIMIT)
                waiting.cancel()
                assert isinstance(both.error(connection.send, {"type": "x"}), ConnectionClosedError)
    finally:
        both.stop()


# Sessions


def test_on_reconnected_runs_before_the_queue(both: Both) -> None:
    if both.is_async:

        async def restore(connection: Any) -> None:
            await connection.session.update(session={"n": 3})
            await connection.restore_session()
    else:

        def restore(connection: Any) -> None:  # type: ignore[misc]
            connection.session.update(session={"n": 3})
            connection.restore_session()

    with ConnectServer() as server, broken(both, server, on_reconnected=restore) as (connection, waiting, let_go):
        both.call(connection.send, {"type": "queued"})
        let_go()
        side = server.accept()
        update = {"type": "session.update", "session": {"n": 3}}
        assert [side.receive_json() for _ in range(3)] == [update, update, {"type": "queued"}]
        side.send({"type": "a"})
        waiting.result(LIMIT)


def test_nothing_is_restored_by_itself(both: Both) -> None:
    with ConnectServer() as server:
        with both.opened(both.manager(server, on_reconnecting=Hook(), **FAST)) as connection:
            both.call(connection.session.update, session={"n": 1})
            side = reopened(both, server, connection)
            both.call(connection.send, {"type": "first"})
            assert side.receive_json() == {"type": "first"}


def test_names_of_the_official_package() -> None:
    assert load("types.websocket_reconnection").ReconnectingEvent is ReconnectingEvent
    assert package.ReconnectingOverrides(abort=True) == {"abort": True}
    is_recoverable_close = load("types.websocket_reconnection").is_recoverable_close
    codes = [code for code in range(1000, 5000) if is_recoverable_close(code)]
    assert codes == [1001, 1005, 1006, 1011, 1012, 1013, 1015]
