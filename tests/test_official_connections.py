# SPDX-License-Identifier: MIT
"""Programs that use `connect()`, run over both packages: the same requests, messages, models, errors and order.

Skipped without the packages `openai` and `websockets`, unless NEED_OFFICIAL=1 is set. Intended differences are not
compared: User-Agent and X-Stainless headers, the tree of the errors, and the class of an event of an unknown type.
"""

from __future__ import annotations

import importlib
import inspect
import json
import os
import typing
from typing import Any, Callable, Iterator, List

import pytest

from . import load, package
from .connect_support import ALL, ENDPOINTS, RECONNECTING, Both, ConnectServer, resolve
from .raw_server import LIMIT
from .test_connect_events import CALLS, FIELDS
from .test_connect_reconnecting import FAST, Hook, all_types, next_event

try:
    import openai
    import websockets  # noqa: F401  # the official package needs it
except ImportError:
    if os.environ.get("NEED_OFFICIAL") == "1":
        raise
    pytest.skip("the official client is not installed", allow_module_level=True)

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

UNIONS = {
    "realtime": "types.realtime.realtime_server_event.RealtimeServerEvent",
    "realtime.translations": "types.realtime.realtime_translation_server_event.RealtimeTranslationServerEvent",
    "responses": "types.responses.responses_server_event.ResponsesServerEvent",
    "beta.responses": "types.beta.beta_responses_server_event.BetaResponsesServerEvent",
    "live": "types.live.server_event.ServerEvent",
    "live.sideband": "types.live.connect_server_event.ConnectServerEvent",
    "live.forks": "types.live.fork_server_event.ForkServerEvent",
    "beta.realtime": "types.beta.realtime.realtime_server_event.RealtimeServerEvent",
}
QUERIES: Any = [
    {},
    {"options": {"default_query": {"dq": "x y", "a": {"b": 1}, "l": ["x", "y"]}}},
    {"extra_query": {"n": ["x", 1, True, None], "ü ": "é&=+/~*'()", "model": "other"}},
    {"options": {"default_query": {"dq": "old", "l": ["x"], "k": 1}}, "extra_query": {"dq": "new", "l": "z"}},
]
SENT_ALIKE = (
    "authorization", "accept", "content-type", "openai-organization", "openai-project", "openai-beta", "origin", "x-a",
    "x-b", "x-c", "connection", "upgrade", "sec-websocket-version", "sec-websocket-protocol", "content-length",
    "sec-websocket-extensions",
)  # fmt: skip


@pytest.fixture(params=[False, True], ids=["sync", "async"])
def compare(request: Any) -> Iterator[Callable[[Callable[[Both], Any]], Any]]:
    """Return a function that runs a program over both packages, compares what it returns, and returns it."""
    sides = [Both(request.param), Both(request.param)]
    sides[1].module = openai

    def run(program: Callable[[Both], Any]) -> Any:
        ours, theirs = (program(side) for side in sides)
        assert ours == theirs
        assert ours
        return ours

    yield run
    for side in sides:
        side.stop()


def union_types(endpoint: str) -> List[str]:
    """Return the types of the events of an endpoint, as the official package declares them."""
    module, _, name = ("openai." + UNIONS[endpoint]).rpartition(".")
    union = getattr(importlib.import_module(module), name)
    members = typing.get_args(typing.get_args(union)[0])
    return [typing.get_args(member.model_fields["type"].annotation)[0] for member in members]


@pytest.mark.parametrize("endpoint", ALL)
def test_requests(compare: Any, endpoint: str) -> None:
    def program(both: Both) -> Any:
        records: List[Any] = []
        options = {"organization": "org", "project": "proj", "default_headers": {"X-A": "1", "X-B": "1"}}
        more = [{"graceful_close": True, "extra_query": {"a": 1}}] if endpoint == "live.sideband" else []
        more += [{"call_id": "rtc 1", "extra_query": {"call_id": "x", "z": 1}}] if endpoint == "realtime" else []
        with ConnectServer() as server:
            for arguments in [*QUERIES, *more, {"options": options, "extra_headers": {"x-a": "2", "X-C": "3"}}]:
                with both.opened(both.manager(server, endpoint, **arguments)):
                    server.accept()
                request = server.requests[-1]
                fields = [(name.lower(), value) for name, value in request.headers if name.lower() in SENT_ALIKE]
                records.append((request.target, sorted(fields)))
        return records

    compare(program)


@pytest.mark.parametrize("endpoint", ALL)
def test_messages(compare: Any, endpoint: str) -> None:
    def program(both: Both) -> Any:
        with both.connected(endpoint) as (connection, side):
            for path, fields in CALLS[endpoint]:
                both.call(resolve(connection, path), **fields)
            for event in ({"type": "new", "ü": [None, True, 1e20, "\ud83d\x7f"]}, {"type": "session.update", "x": 1}):
                both.call(connection.send, event)
            received = [connection.parse_event(json.dumps({"type": name, "x": {"é": 1}})) for name in types[:9]]
            for event in received:
                both.call(connection.send, event)
            return [side.receive() for _ in range(len(CALLS[endpoint]) + 2 + len(received))]

    types = union_types(endpoint)
    assert len(FIELDS.split()) == 36
    compare(program)


@pytest.mark.parametrize("endpoint", ALL)
def test_classes_of_events(compare: Any, endpoint: str) -> None:
    types = union_types(endpoint)

    def program(both: Both) -> Any:
        with both.connected(endpoint) as (connection, _):
            events = [connection.parse_event(json.dumps({"type": name, "event_id": "e"})) for name in types]
            return [(type(event).__name__, event.type, event.to_dict()) for event in events]

    assert len(compare(program)) == len(types) >= 7


@pytest.mark.parametrize("endpoint", ["realtime", "responses", "live.forks", "beta.realtime"])
def test_what_comes_in(compare: Any, endpoint: str) -> None:
    messages: Any = [
        '{"type": "error", "error": {"message": "m"}}', b'{"type": "error"}', "[1, 2]", "null", '"x"', "", "oops",
        '{"a": 1}', "\ufeff{}", '{"type": "x", "n": 123456789012345678901234567890}', b"\x80",
    ]  # fmt: skip

    def program(both: Both) -> Any:
        records: List[Any] = []
        with both.connected(endpoint) as (connection, side):
            side.send(*messages, *messages)
            for _ in messages:
                try:
                    event = both.call(connection.recv)
                except Exception as error:
                    records.append(type(error).__name__)
                else:
                    records.append(event.to_dict() if hasattr(event, "to_dict") else event)
            return records + [both.call(connection.recv_bytes) for _ in messages]

    compare(program)


@pytest.mark.parametrize("code", [1000, 1001, None, 1002, 1007, 1008, 1009, 1011, 1012, 1013, 3000, 4001, 4999, "cut"])
def test_ends(compare: Any, code: Any) -> None:
    def describe(error: Any) -> Any:
        frames = [frame and (int(frame.code), frame.reason) for frame in (error.rcvd, error.sent)]
        return type(error).__name__, frames, error.rcvd_then_sent, str(error)

    def program(both: Both) -> Any:
        records: List[Any] = []
        for endpoint in ("realtime", "beta.realtime"):
            with both.connected(endpoint) as (connection, side):
                side.send({"type": "last"})
                if code == "cut":
                    side.cut()
                else:
                    side.close(code, "" if code is None else "why ü")
                records.append(both.call(connection.recv).type)
                records += [describe(both.error(connection.recv)) for _ in range(2)]
                records.append(describe(both.error(connection.send, {"type": "x"})))
                reading = all_types(both, connection)
                error = reading.exception(LIMIT)
                records.append(describe(error) if error else reading.result())
        return records

    compare(program)


def test_order_of_handlers(compare: Any) -> None:
    def program(both: Both) -> Any:
        heard: List[str] = []

        def double(event: Any) -> None:
            heard.append("double " + event.type)

        with ConnectServer() as server:
            manager = both.manager(server)
            manager.on("a", lambda event: heard.append("manager " + event.type)).once(
                "event", lambda _: heard.append("o")
            )
            with both.opened(manager) as connection:
                connection.on("event", lambda event: heard.append("any " + event.type))
                connection.on("a", double).on("a", double).off("a", double)
                connection.once("error", lambda event: heard.append("error"))
                connection.on("b", lambda event: connection.off("b", last).on("a", last))

                def last(event: Any) -> None:
                    heard.append("last " + event.type)

                connection.on("b", last)
                side = server.accept()
                side.send(*({"type": name, "error": {}} for name in ("a", "error", "b", "a", "error")))
                side.close()
                both.call(connection.dispatch_events)
        return heard

    compare(program)


@pytest.mark.parametrize("endpoint", RECONNECTING)
def test_reconnecting(compare: Any, endpoint: str) -> None:
    def program(both: Both) -> Any:
        def override(event: Any) -> Any:
            return (
                {"extra_query": {"attempt": event.attempt}, "extra_headers": {"X-A": "2"}}
                if event.attempt == 2
                else None
            )

        hook, records = Hook(override), []
        with ConnectServer() as server:
            manager = both.manager(server, endpoint, extra_headers={"X-A": "1"}, on_reconnecting=hook, **FAST)
            manager.send({"type": "first"})
            with both.opened(manager) as connection:
                side, waiting = server.accept(), next_event(both, connection)
                records.append(side.receive())
                server.refuse("503 Service Unavailable", b"", 2)
                side.close(1012)
                side = server.accept()
                side.send({"type": "a"})
                records.append(waiting.result(LIMIT).type)
                both.call(connection.send_raw, b"raw")
                records.append(side.receive())
                reading = all_types(both, connection)
                side.cut()
                side = server.accept()
                side.send({"type": "error", "error": {}})
                side.close(1011)
                side = server.accept()
                side.close(1008, "no more")
                error = reading.exception(LIMIT)
                records += [type(error).__name__, error.rcvd.code]
            records += [(request.target, request.header("X-A")) for request in server.requests]
        fields = ("attempt", "max_attempts", "close_code", "extra_query", "extra_headers")
        return records + [[getattr(event, name) for name in fields] for event in hook.events]

    compare(program)


def test_the_queue_of_a_manager(compare: Any) -> None:
    def program(both: Both) -> Any:
        records: List[Any] = []
        with ConnectServer() as server:
            manager = both.manager(server, "live", max_queue_size=40)
            for event in ({"type": "a"}, {"type": "b"}, {"type": "too long " * 9}, {"type": "é"}, {"type": "d"}):
                try:
                    manager.send(event)
                except Exception as error:
                    records.append(type(error).__name__)
            with both.opened(manager) as connection:
                side = server.accept()
                both.call(connection.send, {"type": "after"})
                records += [side.receive() for _ in range(3)]
                manager.send({"type": "unsent"})
                side.close()
                error = all_types(both, connection).exception(LIMIT)
                records += [type(error).__name__, error.unsent_messages, error.unsent_frames]
                records.append(type(error.__cause__).__name__)
        return records

    compare(program)


def test_names_of_arguments(compare: Any) -> None:
    def program(both: Both) -> Any:
        client = both.client("http://127.0.0.1:1/v1")
        records: List[Any] = []
        for endpoint in ALL:
            parameters = inspect.signature(resolve(client, endpoint).connect).parameters
            records += [(name, p.kind, p.default) for name, p in parameters.items() if name in known]
            try:
                resolve(client, endpoint).connect(**ENDPOINTS[endpoint][1], unknown=1)
            except TypeError as error:
                records.append(type(error).__mro__[-3].__name__)
        return [record if isinstance(record, str) else (*record[:2], plain(record[2])) for record in records]

    def plain(default: Any) -> Any:
        return default if isinstance(default, (int, float, dict, type(None))) else type(default).__name__

    known = "call_id model session_id graceful_close extra_query extra_headers websocket_connection_options".split()
    known += "on_reconnecting max_retries initial_delay max_delay max_queue_size".split()
    compare(program)


def test_names_in_modules() -> None:
    for endpoint, path in UNIONS.items():
        module = path.rpartition(".")[0]
        official = importlib.import_module("openai." + module)
        for name in dir(official):
            value = getattr(official, name)
            if isinstance(value, type) and value.__module__.startswith("openai.types"):
                assert getattr(load(module), name).__name__ == value.__name__, (endpoint, name)
    for name in ("ReconnectingEvent", "ReconnectingOverrides", "WebSocketQueueFullError"):
        assert hasattr(package, name) and hasattr(openai, name)
