# SPDX-License-Identifier: MIT
"""Sessions with several responses on one WebSocket: routing, limits, ends and results, for threads and asyncio."""

from __future__ import annotations

import asyncio
import copy
import dataclasses
import json
import os
import pickle
import random
import signal
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Iterator

import pytest

from . import FOLDER, PACKAGE, load, package
from .event_loops import make_calls
from .raw_server import LIMIT
from .websocket_server import CLOSE, TEXT, Peer, encode, encode_close, serve

helpers = load("lib.responses_websocket")
BufferError_, ResponseError = helpers.ResponsesWebSocketBufferError, helpers.ResponsesWebSocketError
ConnectionClosedError = package.ConnectionClosedError
apply_model, to_api_objects = load("results.models").apply_model, load("results.objects").to_api_objects

MESSAGE = {
    "id": "msg_1",
    "type": "message",
    "role": "assistant",
    "status": "completed",
    "content": [{"type": "output_text", "text": "Hello", "annotations": []}],
}


def make_limits(**changes: Any) -> Any:
    values = {
        "max_lanes": 8,
        "max_events_per_lane": 100,
        "max_events": 1000,
        "max_bytes_per_lane": 10**6,
        "max_bytes": 10**7,
        **changes,
    }
    return helpers.ResponsesWebSocketLimits(**values)


def response(id: str = "resp_1", status: str = "in_progress", **fields: Any) -> dict[str, Any]:
    return {"id": id, "object": "response", "status": status, "output": [], **fields}


def created(id: str = "resp_1", **fields: Any) -> dict[str, Any]:
    return {"type": "response.created", "response": response(id), **fields}


def completed(id: str = "resp_1", **fields: Any) -> dict[str, Any]:
    return {"type": "response.completed", "response": response(id, "completed", output=[MESSAGE]), **fields}


def item_done(index: int = 0) -> dict[str, Any]:
    return {"type": "response.output_item.done", "output_index": index, "item": MESSAGE}


def error_event(**fields: Any) -> dict[str, Any]:
    return {"type": "error", "status": 400, "error": {"code": "invalid", "message": "No", "type": "t"}, **fields}


def create(*steps: Any, **fields: Any) -> dict[str, Any]:
    """Return a request that has the server perform steps."""
    return {"type": "response.create", "model": "m", "steps": list(steps), **fields}


def model(event: Any) -> Any:
    """Return an event as a connection does."""
    return apply_model(to_api_objects(copy.deepcopy(event)), "responses.ResponsesServerEvent")


# The server: what a request asks for is what it sends


class Server:
    """Performs the steps of each request: events, or texts such as "close 1011 broken", "cut" and "raw [1]"."""

    def __init__(self) -> None:
        self.requests: list[Any] = []
        self.connections = 0
        self.may_accept = threading.Event()
        self.may_accept.set()

    def script(self, peer: Peer) -> None:
        self.connections += 1
        while True:
            frame = peer.read()
            if frame.opcode == CLOSE:
                peer.send(encode(CLOSE, frame.payload))
                return
            if frame.opcode == TEXT:
                self.requests.append(frame.payload.decode())
                request = json.loads(frame.payload)
                for step in request.get("steps", ()):
                    if not self._perform(peer, step, request):
                        return

    def _perform(self, peer: Peer, step: Any, request: Any) -> bool:
        if isinstance(step, dict):
            event = {"stream_id": request.get("stream_id"), **step}
            if event["stream_id"] is None:
                del event["stream_id"]
            peer.send(encode(TEXT, json.dumps(event).encode()))
            return True
        name, _, rest = step.partition(" ")
        if name == "raw":
            peer.send(encode(TEXT, rest.encode()))
            return True
        if name == "close":
            code, _, reason = rest.partition(" ")
            peer.send(encode_close(int(code), reason.encode()))
            while peer.read().opcode != CLOSE:
                pass
        return False


@pytest.fixture(params=["sync", "async"])
def calls(request: Any) -> Iterator[Any]:
    calls = make_calls(request.param)
    yield calls
    calls.stop()


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture
def open_connection(calls: Any, server: Server) -> Iterator[Any]:
    """Return a function that opens a connection to the server; all are closed after the test."""
    connections = []
    with serve(server.script) as raw:
        client = getattr(package, calls.prefix + "OpenAI")(api_key="sk-test", base_url=raw.url + "/v1", max_retries=0)

        def open_connection(**options: Any) -> Any:
            connections.append(calls(client.responses.connect(**options).enter))
            return connections[-1]

        yield open_connection
        for connection in connections:
            calls(connection.close)
        calls(client.close)


@pytest.fixture
def open_session(calls: Any, open_connection: Any) -> Iterator[Any]:
    """Return a function that enters a session over a new connection; all are closed after the test."""
    sessions = []

    def open_session(limits: Any = None, options: Any = None, **arguments: Any) -> Any:
        cls = getattr(helpers, calls.prefix + "ResponsesWebSocketSession")
        session = cls(open_connection(**(options or {})), limits=limits or make_limits(), **arguments)
        sessions.append(session)
        return calls(getattr(session, "__aenter__" if calls.prefix else "__enter__"))

    yield open_session
    for session in sessions:
        calls(session.close)


def receive(calls: Any, lane: Any) -> Any:
    return calls(lane.recv) if calls.prefix else lane.recv(timeout=LIMIT)


def final(calls: Any, lane: Any) -> Any:
    return calls(lane.get_final_response) if calls.prefix else lane.get_final_response(timeout=LIMIT)


def wait_until(condition: Any) -> None:
    deadline = time.monotonic() + LIMIT
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.005)


def wait_for_end(session: Any) -> None:
    """Wait until the session knows that the connection has ended."""
    wait_until(lambda: session._router.has_ended)


# Lanes


def test_responses_on_several_lanes_are_collected_apart(calls, server, open_session):
    session = open_session()
    lanes = [session.default, *map(session.lane, ("one", "two"))]
    for number, lane in enumerate(lanes):
        calls(lane.send, create(created(str(number))))
    for number, lane in reversed(list(enumerate(lanes))):
        calls(
            session.default.send, {"type": "x", "stream_id": lane._state.stream_id, "steps": [completed(str(number))]}
        )
    for number, lane in enumerate(lanes):
        result = final(calls, lane)
        assert (result.id, result.output_text, type(result).__name__) == (str(number), "Hello", "ParsedResponse")
    sent = [json.loads(text) for text in server.requests]
    assert [request.get("stream_id") for request in sent[:3]] == [None, "one", "two"]


def test_events_are_those_of_the_server_with_their_models(calls, open_session):
    session = open_session()
    lane = session.lane("a.b-c_9")
    delta = {"type": "response.output_text.delta", "delta": "Hi", "output_index": 0, "content_index": 0, "x": [1]}
    calls(lane.send, create(created(), delta, {"type": "new.kind", "y": {"z": None}}, completed()))
    events = [receive(calls, lane) for _ in range(4)]
    assert events[1] == {**delta, "stream_id": "a.b-c_9"} and type(events[1]).__name__ == "ResponseTextWsDelta"
    assert events[2] == {"type": "new.kind", "y": {"z": None}, "stream_id": "a.b-c_9"}
    assert events[3].response.output[0].content[0].text == "Hello"


@pytest.mark.parametrize("as_model", [False, True])
def test_a_request_gets_the_id_of_its_lane_on_one_line(calls, server, open_session, as_model):
    request: Any = create(completed(), input="é")
    if as_model:
        request = load("types.responses").ResponseCompletedEvent.construct(**request)
    calls(open_session().lane("a").send, request)
    wait_until(lambda: server.requests)
    assert server.requests == [json.dumps({**create(completed(), input="é"), "stream_id": "a"})]


def test_other_events_are_sent_as_they_are(calls, server, open_session):
    event = {"type": "response.steer", "previous_response_id": "resp_1", "input": "more"}
    calls(open_session().lane("a").send, event)
    wait_until(lambda: server.requests)
    assert json.loads(server.requests[0]) == event


@pytest.mark.parametrize("stream_id", ["b", None, ""])
def test_a_request_for_another_lane_is_refused(calls, server, open_session, stream_id):
    lane = open_session().lane("a")
    with pytest.raises(ValueError, match="stream_id"):
        calls(lane.send, create(stream_id=stream_id))
    calls(lane.send, create(completed(), stream_id="a"))
    assert final(calls, lane).id == "resp_1" and len(server.requests) == 1


@pytest.mark.parametrize("stream_id", ["", "a b", "é", "a/b", "x" * 257, "a\n", 5, b"a"])
def test_invalid_ids_of_lanes_are_refused(calls, open_session, stream_id):
    session = open_session()
    with pytest.raises(ValueError, match="stream_id"):
        calls(session.lane, stream_id)
    assert calls(session.lane, "x" * 256)


def test_ids_stay_in_use(calls, open_session):
    session = open_session(make_limits(max_lanes=2))
    lane = calls(session.lane, "a")
    calls(lane.close)
    calls(lane.close)
    for stream_id in (None, "a"):
        with pytest.raises(ValueError, match="already"):
            calls(session.lane, stream_id)
    with pytest.raises(BufferError_, match="max_lanes"):
        calls(session.lane, "b")
    with pytest.raises(EOFError):
        receive(calls, lane)
    with pytest.raises(RuntimeError, match="lane"):
        calls(lane.send, create())


def test_the_default_lane_has_events_of_unknown_and_closed_lanes(calls, open_session):
    session = open_session()
    lane, closed = session.lane("a"), session.lane("closed")
    calls(closed.close)
    steps = [created(stream_id="unknown"), created(stream_id="closed"), {"type": "x", "stream_id": 5}, "raw [1]"]
    calls(lane.send, create(*steps, "raw null", completed()))
    assert final(calls, lane).id == "resp_1"
    events = [receive(calls, session.default) for _ in range(5)]
    assert [event["stream_id"] for event in events[:3]] == ["unknown", "closed", 5] and events[3:] == [[1], None]
    # They do not concern its own responses.
    calls(session.default.send, create(completed("own")))
    assert final(calls, session.default).id == "own"
    calls(session.default.close)
    calls(lane.send, create({"type": "x", "stream_id": "unknown"}, completed("last")))
    assert final(calls, lane).id == "last"


def test_one_request_at_a_time_on_a_lane(calls, open_session):
    session = open_session()
    lane = session.lane("a")
    calls(lane.send, create(created()))
    with pytest.raises(RuntimeError, match="has not ended"):
        calls(lane.send, create())
    calls(session.default.send, {"type": "x", "stream_id": "a", "steps": [completed()]})
    assert receive(calls, lane).type == "response.created"
    with pytest.raises(RuntimeError, match="has not ended"):
        calls(lane.send, create())
    assert receive(calls, lane).type == "response.completed"
    calls(lane.send, create(completed("next")))
    assert final(calls, lane).id == "next"


def test_an_event_that_cannot_be_encoded_begins_nothing(calls, server, open_session):
    lane = open_session().lane("a")
    with pytest.raises(TypeError):
        calls(lane.send, create(input=object()))
    calls(lane.send, create(completed()))
    assert final(calls, lane).id == "resp_1" and len(server.requests) == 1


# Final responses


@pytest.mark.parametrize(
    "steps, status, texts",
    [
        ([created(), item_done(), completed()], "completed", ["Hello"]),
        ([completed()], "completed", ["Hello"]),
        ([created(), item_done(1), {"type": "response.completed", "response": {"id": "resp_1"}}], None, ["Hello"]),
        ([created(), {"type": "response.failed", "response": response(status="failed")}], "failed", []),
        (
            [created(), item_done(), {"type": "response.incomplete", "response": response("other", "incomplete")}],
            "incomplete",
            [],
        ),
        (
            [created(), item_done(), {"type": "response.failed", "response": response("o", "failed", output=None)}],
            "failed",
            ["Hello"],
        ),
    ],
)
def test_final_response(calls, open_session, steps, status, texts):
    lane = open_session().lane("a")
    calls(lane.send, create(*steps))
    result = final(calls, lane)
    assert result.status == status and [item.content[0].text for item in result.output] == texts
    assert final(calls, lane) is result


def test_an_error_event_is_raised_until_the_next_request(calls, open_session):
    lane = open_session().lane("a")
    calls(lane.send, create(created(), error_event()))
    for _ in range(2):
        with pytest.raises(ResponseError) as caught:
            final(calls, lane)
    assert caught.value.event.error.code == "invalid" and "No" not in str(caught.value)
    assert isinstance(caught.value, (RuntimeError, package.OpenAIError))
    assert pickle.loads(pickle.dumps(caught.value)).event == caught.value.event
    calls(lane.send, create(completed("next")))
    assert final(calls, lane).id == "next"


@pytest.mark.parametrize(
    "steps, error",
    [
        ([{"type": "response.completed"}], ValueError),
        ([{"type": "response.failed", "response": []}], ValueError),
        ([created(), completed("another")], RuntimeError),
        ([{"type": "response.created", "response": None}], Exception),
    ],
)
def test_invalid_events_fail_the_response_alone(calls, open_session, steps, error):
    lane = open_session().lane("a")
    calls(lane.send, create(*steps, {"type": "x"}))
    for _ in range(2):
        with pytest.raises(error):
            final(calls, lane)
    while receive(calls, lane).type != "x":
        pass
    if steps[-1]["type"] == "response.created":
        calls(lane.send, {"type": "x", "steps": [completed(stream_id="a")]})
        receive(calls, lane)
    calls(lane.send, create(completed("next")))
    assert final(calls, lane).id == "next"


def test_a_response_that_is_too_large_is_received_but_not_collected(calls, open_session):
    lane = open_session(make_limits(max_response_bytes=1000)).lane("a")
    calls(lane.send, create(created(), {**item_done(), "padding": "x" * 1000}, completed()))
    with pytest.raises(BufferError_, match="max_response_bytes"):
        final(calls, lane)
    assert receive(calls, lane).type == "response.completed"
    calls(lane.send, create(completed("next")))
    assert final(calls, lane).id == "next"


def test_a_successor_is_returned_once_it_has_begun(calls, open_session):
    session = open_session()
    lane = session.lane("a")
    calls(lane.send, create(created("1"), completed("1"), created("2")))
    assert final(calls, lane).id == "1"
    wait_until(lambda: lane._state.has_successor)
    with pytest.raises(RuntimeError, match="has not ended"):
        calls(lane.send, create())
    pending = calls.start(lane.get_final_response)
    calls(session.default.send, {"type": "x", "stream_id": "a", "steps": [completed("2")]})
    assert pending.result(LIMIT).id == "2" and final(calls, lane).id == "2"


# Limits


def fill(calls: Any, session: Any, *counts: Any) -> None:
    """Have the server send events, for each pair of a stream_id and a size; then one to the lane "last"."""
    last = calls(session.lane, "last")
    events = [{"type": "x" * size, "stream_id": stream_id} for stream_id, size in counts]
    calls(last.send, create(*events, completed()))
    result = calls.start(last.get_final_response)
    wait_until(lambda: result.done())


def drain(calls: Any, lane: Any, count: int) -> Any:
    """Receive `count` events, and return the limit that the error after them names; None if no more comes."""
    for _ in range(count):
        receive(calls, lane)
    try:
        calls(asyncio.wait_for, lane.recv(), 0.01) if calls.prefix else lane.recv(timeout=0)
    except BufferError_ as error:
        return str(error).partition(":")[0]
    except (TimeoutError, asyncio.TimeoutError):
        return None
    raise AssertionError("an event too many")


@pytest.mark.parametrize(
    "limits, events, name",
    [
        ({"max_events_per_lane": 3}, [("a", 1)] * 4, "max_events_per_lane"),
        ({"max_events": 3}, [("a", 1), ("b", 1), ("a", 1), ("b", 1)], "max_events"),
        ({"max_bytes_per_lane": 200}, [("a", 100), ("a", 100)], "max_bytes_per_lane"),
        ({"max_bytes": 400}, [("a", 150), ("b", 150), ("a", 150)], "max_bytes"),
        ({"max_bytes": 400}, [("a", 500)], "max_bytes"),
        ({"max_events_per_lane": 3}, [(None, 1)] * 4, "max_events_per_lane"),
    ],
)
def test_overflow_is_an_error_in_each_lane(calls, open_session, limits, events, name):
    session = open_session(make_limits(**limits))
    lanes = {"a": session.lane("a"), "b": session.lane("b"), None: session.default}
    fill(calls, session, *events)
    wait_for_end(session)
    kept = events[:-1]
    for stream_id, lane in lanes.items():
        assert drain(calls, lane, sum(event[0] == stream_id for event in kept)) == name
        with pytest.raises(BufferError_):
            final(calls, lane)
        with pytest.raises(RuntimeError):
            calls(lane.send, create())
    with pytest.raises(RuntimeError):
        calls(session.lane, "new")
    wait_until(lambda: not session.connection.is_open)


@pytest.mark.parametrize(
    "limits, events, failed",
    [
        ({"max_events_per_lane": 3}, [("a", 1)] * 5, "a"),
        ({"max_bytes_per_lane": 900}, [("a", 500), ("b", 400), ("a", 500)], "a"),
        ({"max_bytes": 900}, [("a", 1000), ("b", 1)], "a"),
        # The fullest lane fails, the first of several, and the event that is added does not count.
        ({"max_events": 3}, [("a", 1), ("a", 1), ("b", 1), ("b", 1)], "a"),
        ({"max_events": 3}, [("b", 1), ("a", 1), ("a", 1), ("b", 1)], "a"),
        ({"max_events": 4}, [("b", 1), ("b", 1), ("a", 1), ("a", 1), ("b", 1)], "a"),
        ({"max_bytes": 900}, [("b", 500), ("a", 100), ("a", 100), ("a", 200)], "b"),
        ({"max_events_per_lane": 3}, [(None, 1)] * 5, None),
    ],
)
def test_isolated_overflow_fails_one_lane(calls, open_session, limits, events, failed):
    session = open_session(make_limits(**limits), isolate_lane_overflow=True)
    lanes = {"a": session.lane("a"), "b": session.lane("b"), None: session.default}
    fill(calls, session, *events)
    for stream_id, lane in lanes.items():
        if stream_id == failed:
            for _ in range(2):
                with pytest.raises(BufferError_):
                    receive(calls, lane)
            with pytest.raises(BufferError_):
                final(calls, lane)
            with pytest.raises(RuntimeError):
                calls(lane.send, create())
        else:
            assert drain(calls, lane, sum(event[0] == stream_id for event in events)) is None
            calls(lane.send, create(completed("next")))
            assert final(calls, lane).id == "next"


def test_a_burst_overflows_no_lane_whose_events_are_taken(calls, open_session):
    session = open_session(make_limits(max_events_per_lane=4))
    lane = session.lane("a")
    calls(lane.send, create(created(), *[{"type": "x", "n": n} for n in range(3000)], completed()))
    assert final(calls, lane).id == "resp_1"


def test_how_long_a_crowded_lane_is_waited_for():
    lanes = load("helpers.response_lanes")
    router = lanes.LaneRouter(make_limits(max_events_per_lane=2, max_events=3), False, lambda lane: None)
    lane, other = router.add_lane("a"), router.add_lane("b")
    for stream_id in "bb":
        router.add_event({"stream_id": stream_id}, 1)
    event = {"stream_id": "a"}
    assert router.find_crowded(event, 1) is None and router.find_crowded({"stream_id": "b"}, 1) is other
    router.add_event(event, 1)
    assert router.find_crowded(event, 1) is lane and router.find_crowded(event, 10**9) is None
    assert router.time_left(lane, 1.0) == lanes.ROOM_TIMEOUT - 1
    lane.receivers = 1  # it was woken, and has not run yet
    assert router.time_left(lane, 1.0) == lanes.RECEIVER_TIMEOUT - 1
    router.take(lane)
    assert router.has_room(lane, 1)
    router.take(other)
    assert router.time_left(lane, 1.0) == lanes.ROOM_TIMEOUT - 1  # it waits for this event, so it makes no room
    router.end_wait(other, 1, 0.04)
    assert other.patience == lanes.ROOM_TIMEOUT
    router.add_event({"stream_id": "b"}, 1)
    router.end_wait(other, 1, 0.04)
    assert other.patience == lanes.ROOM_TIMEOUT - 0.04
    for _ in range(2):
        router.take(other)
    assert other.patience == lanes.ROOM_TIMEOUT


def test_a_slow_receiver_delays_the_other_lanes_once(calls, open_session):
    session = open_session(make_limits(max_events_per_lane=50), isolate_lane_overflow=True)
    slow, lane = session.lane("slow"), session.lane("a")
    pending = calls.start(lane.get_final_response)
    steps = [{"type": "x", "stream_id": "slow"} for _ in range(500)]
    calls(lane.send, create(*steps, completed()))
    try:
        while not pending.done():
            receive(calls, slow)
            time.sleep(0.03)  # 500 events would take 15 seconds
    except BufferError_:
        pass
    assert pending.result(LIMIT).id == "resp_1" and slow._state.failure is not None


def test_bytes_are_those_of_the_messages(calls, open_session):
    session = open_session()
    text = '{"type": "x", "t": "é€😀\\u00e9"}'
    calls(session.default.send, {"type": "y", "steps": ["raw " + text]})
    wait_until(lambda: session._router.events == 1)
    assert session._router.size == len(text.encode())
    receive(calls, session.default)
    assert (session._router.size, session._router.events) == (0, 0)


@pytest.mark.parametrize("value", [0, -1, True, 1.5, "3", None])
@pytest.mark.parametrize("name", [field.name for field in dataclasses.fields(helpers.ResponsesWebSocketLimits)])
def test_limits_are_positive_integers(name, value):
    if (name, value) == ("max_response_bytes", None):
        assert make_limits(**{name: value}).max_response_bytes is None
        return
    with pytest.raises(ValueError, match=name):
        make_limits(**{name: value})


# Ends


@pytest.mark.parametrize(
    "step, error",
    [
        ("close 1000", EOFError),
        ("close 1001 bye", EOFError),
        ("close 1008 no", ConnectionClosedError),
        ("close 1011 broken", ConnectionClosedError),
        ("cut", ConnectionClosedError),
        ("raw nonsense", json.JSONDecodeError),
    ],
)
def test_the_end_of_the_connection_ends_each_lane(calls, open_session, step, error):
    session = open_session()
    lane, waiting = session.lane("a"), session.lane("b")
    pending = [calls.start(waiting.recv), calls.start(session.default.get_final_response)]
    calls(lane.send, create(created(), step))
    for future in pending:
        with pytest.raises(error):
            future.result(LIMIT)
    assert receive(calls, lane).type == "response.created"
    for _ in range(2):
        with pytest.raises(error) as caught:
            receive(calls, lane)
    if error is ConnectionClosedError:
        assert caught.value.code == (int(step.split()[1]) if step != "cut" else 1006)
    with pytest.raises(error):
        final(calls, lane)
    with pytest.raises(RuntimeError, match="session"):
        calls(lane.send, create())


def test_close_wakes_all_receivers(calls, open_session):
    session = open_session()
    lanes = [session.default, *map(session.lane, "abc")]
    pending = [calls.start(lane.recv) for lane in lanes] + [calls.start(lanes[0].get_final_response)]
    calls(session.close)
    for future in pending:
        with pytest.raises(EOFError):
            future.result(LIMIT)
    calls(session.close)
    assert not session.connection.is_open


def test_what_was_received_before_close_can_be_taken(calls, open_session):
    session = open_session()
    calls(session.default.send, create(created(), completed()))
    wait_until(lambda: session._router.events == 2)
    calls(session.close)
    assert final(calls, session.default).id == "resp_1"
    with pytest.raises(EOFError):
        receive(calls, session.default)


def test_closing_a_lane_wakes_its_receiver_and_leaves_the_others(calls, open_session):
    session = open_session()
    lane = session.lane("a")
    pending = calls.start(lane.recv)
    calls(lane.close)
    with pytest.raises(EOFError):
        pending.result(LIMIT)
    calls(session.default.send, create(completed()))
    assert final(calls, session.default).id == "resp_1"


def test_leaving_the_block_closes_the_connection_and_keeps_the_error(calls, open_connection):
    connection = open_connection()
    session = getattr(helpers, calls.prefix + "ResponsesWebSocketSession")(connection, limits=make_limits())
    enter, leave = ("__aenter__", "__aexit__") if calls.prefix else ("__enter__", "__exit__")
    assert calls(getattr(session, enter)) is session
    assert not calls(getattr(session, leave), KeyError, KeyError(), None)
    assert not connection.is_open


def test_a_session_is_entered_once_and_a_connection_has_one(calls, open_connection):
    connection = open_connection()
    cls = getattr(helpers, calls.prefix + "ResponsesWebSocketSession")
    enter = "__aenter__" if calls.prefix else "__enter__"
    first, second, third = [cls(connection, limits=make_limits()) for _ in range(3)]
    for function in (first.default.recv, first.default.get_final_response):
        with pytest.raises(RuntimeError, match="not entered"):
            calls(function)
    with pytest.raises(RuntimeError, match="not entered"):
        calls(first.default.send, create())
    calls(getattr(first, enter))
    for session in (first, second):
        with pytest.raises(RuntimeError):
            calls(getattr(session, enter))
    calls(second.close)  # it was not entered, so it leaves the connection alone
    calls(first.default.send, create(completed()))
    assert final(calls, first.default).id == "resp_1"
    calls(first.close)
    for session in (first, second):
        with pytest.raises(RuntimeError):
            calls(getattr(session, enter))


# Waiting


def test_timeouts_lose_no_event():
    calls = make_calls("sync")
    server = Server()
    with serve(server.script) as raw, package.OpenAI(api_key="sk-test", base_url=raw.url + "/v1") as client:
        connection = client.responses.connect().enter()
        with helpers.ResponsesWebSocketSession(connection, limits=make_limits()) as session:
            lane = session.lane("a")
            for timeout in (0, -1, 0.01):
                for function in (lane.recv, lane.get_final_response):
                    with pytest.raises(TimeoutError):
                        function(timeout=timeout)
            lane.send(create(created()))
            with pytest.raises(TimeoutError):
                lane.get_final_response(timeout=0.05)
            session.default.send({"type": "x", "steps": [completed(stream_id="a")]})
            assert lane.get_final_response(timeout=float("inf")).id == "resp_1"
            assert lane.get_final_response(timeout=0).id == "resp_1"
    calls.stop()


def test_cancelled_calls_lose_no_event():
    server = Server()

    async def run(url: str) -> None:
        async with package.AsyncOpenAI(api_key="sk-test", base_url=url) as client:
            connection = await client.responses.connect().enter()
            async with helpers.AsyncResponsesWebSocketSession(connection, limits=make_limits()) as session:
                lane = session.lane("a")
                for function in (lane.recv, lane.get_final_response):
                    with pytest.raises(asyncio.TimeoutError):
                        await asyncio.wait_for(function(), 0.01)
                await lane.send(create(created(), completed()))
                # A receiver that is cancelled when its event is there already.
                receivers = [asyncio.ensure_future(lane.recv()) for _ in range(3)]
                while not lane._state.waiter and not lane._state.events:
                    await asyncio.sleep(0)
                while lane._state.waiter:
                    await asyncio.sleep(0)
                for receiver in receivers:
                    receiver.cancel()
                taken = await asyncio.gather(*receivers, return_exceptions=True)
                events = [event.type for event in taken if not isinstance(event, BaseException)]
                while len(events) < 2:
                    events.append((await asyncio.wait_for(lane.recv(), LIMIT)).type)
                assert events == ["response.created", "response.completed"]
                # A cancelled close closes nevertheless.
                closing = asyncio.ensure_future(session.close())
                await asyncio.sleep(0)
                closing.cancel()
                await asyncio.gather(closing, return_exceptions=True)
                await asyncio.wait_for(session.close(), LIMIT)
                assert not connection.is_open

    with serve(server.script) as raw:
        asyncio.run(run(raw.url + "/v1"))


def test_many_threads_on_many_lanes(server):
    rnd = random.Random(5)
    with serve(server.script) as raw, package.OpenAI(api_key="sk-test", base_url=raw.url + "/v1") as client:
        connection = client.responses.connect().enter()
        with helpers.ResponsesWebSocketSession(connection, limits=make_limits(max_lanes=20)) as session:
            calls, pending = make_calls("sync"), []

            def converse(lane: Any, counts: list[int]) -> list[int]:
                seen = []
                for number, count in enumerate(counts):
                    name = "{}-{}".format(lane._state.stream_id, number)
                    steps = [created(name), *[{"type": "x", "n": n} for n in range(count)], completed(name)]
                    lane.send(create(*steps))
                    events = [lane.recv(timeout=LIMIT) for _ in range(count + 1)]
                    assert [event["n"] for event in events[1:]] == list(range(count))
                    assert lane.get_final_response(timeout=LIMIT).id == name
                    seen.append(count)
                return seen

            for number in range(16):
                counts = [rnd.randrange(30) for _ in range(5)]
                future = calls.start(converse, session.lane("lane{}".format(number)), counts)
                pending.append((counts, future))
            for counts, future in pending:
                assert future.result(LIMIT) == counts


# Reconnecting


@contextmanager
def paused_reconnect(calls: Any) -> Iterator[Any]:
    """Yield options of `connect` with which the next attempt waits, and an event that lets it go on."""
    is_waiting, may_go_on = threading.Event(), threading.Event()
    if calls.prefix:

        async def on_reconnecting(event: Any) -> None:
            is_waiting.set()
            while not may_go_on.is_set():
                await asyncio.sleep(0.005)

    else:

        def on_reconnecting(event: Any) -> None:
            is_waiting.set()
            assert may_go_on.wait(LIMIT)

    try:
        yield {"on_reconnecting": on_reconnecting, "initial_delay": 0, "max_retries": 2}, is_waiting, may_go_on
    finally:
        may_go_on.set()


def test_lanes_after_a_reconnect(calls, server, open_session):
    with paused_reconnect(calls) as (options, is_waiting, may_go_on):
        session = open_session(options=options)
        lane, closed, other = session.lane("a"), session.lane("closed"), session.lane("b")
        calls(closed.close)
        calls(lane.send, create(created(), "close 1012"))
        assert is_waiting.wait(LIMIT)
        for event in (create(), {"type": "response.steer", "previous_response_id": "r", "input": "x"}):
            with pytest.raises(RuntimeError, match="opened again"):
                calls(other.send, event)
        with pytest.raises(ValueError, match="already"):
            calls(session.lane, "closed")
        may_go_on.set()
        wait_until(lambda: "closed" not in session._router.lanes)
        calls(calls(session.lane, "closed").send, create(completed("new")))
        calls(other.send, create(completed("other")))
        assert final(calls, other).id == "other"
        # What became of this response is unknown, so the lane stays busy.
        assert receive(calls, lane).type == "response.created"
        with pytest.raises(RuntimeError, match="has not ended"):
            calls(lane.send, create())
        assert server.connections == 2 and len(server.requests) == 3


def test_a_closed_default_lane_is_replaced_after_a_reconnect(calls, open_session):
    with paused_reconnect(calls) as (options, is_waiting, may_go_on):
        may_go_on.set()
        session = open_session(options=options)
        lane, old = session.lane("a"), session.default
        calls(old.close)
        calls(lane.send, create("close 1012"))
        wait_until(lambda: None not in session._router.lanes)
        new = calls(session.lane)
        assert session.default is new and new is not old
        calls(new.send, create(completed()))
        assert final(calls, new).id == "resp_1"


def test_close_during_a_reconnect(calls, open_session):
    with paused_reconnect(calls) as (options, is_waiting, may_go_on):
        session = open_session(options={**options, "initial_delay": 100, "max_delay": 100})
        pending = calls.start(session.default.recv)
        calls(session.lane("a").send, create("close 1012"))
        assert is_waiting.wait(LIMIT)
        may_go_on.set()
        calls(session.close)
        with pytest.raises(EOFError):
            pending.result(LIMIT)


# Programs

PROGRAM = """
import asyncio, os, sys, threading, time
import {package} as package
from {package}.lib import responses_websocket as helpers

limits = helpers.ResponsesWebSocketLimits(8, 100, 1000, 10**6, 10**7)
client = package.OpenAI(api_key="sk-test", base_url=sys.argv[1])
session = helpers.ResponsesWebSocketSession(client.responses.connect().enter(), limits=limits)
session.__enter__()
{code}
"""


def run_program(code: str, *, interrupt: bool = False) -> subprocess.CompletedProcess[bytes]:
    server = Server()
    with serve(server.script) as raw:
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("OPENAI_")}
        path = os.pathsep.join([str(FOLDER.parents[PACKAGE.count(".")]), *[path for path in sys.path if path]])
        process = subprocess.Popen(
            [sys.executable, "-W", "error", "-c", PROGRAM.format(package=PACKAGE, code=code), raw.url + "/v1"],
            env={**inherited, "PYTHONPATH": path},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        try:
            if interrupt:
                assert process.stdout is not None and process.stdout.readline().strip() == b"ready"
                process.send_signal(signal.SIGINT)
            out, err = process.communicate(timeout=60)
        finally:
            process.kill()
            process.wait()
    return subprocess.CompletedProcess((), process.returncode, out, err)


def test_a_program_that_forgets_close_ends():
    program = run_program("threading.Thread(target=session.default.recv, daemon=True).start()\nprint('end')")
    assert (program.returncode, program.stdout.split(), program.stderr) == (0, [b"end"], b"")


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGINT for one process")
@pytest.mark.parametrize("call", ["recv()", "get_final_response()", "recv(timeout=1000)"])
def test_an_interrupt_ends_waiting(call):
    code = (
        "try:\n    print('ready', flush=True)\n    session.default.{}\n"
        "except KeyboardInterrupt:\n    print('interrupted')\n"
        "session.close()\nprint(session.connection.is_open)"
    )
    program = run_program(code.format(call), interrupt=True)
    assert (program.returncode, program.stdout.split(), program.stderr) == (0, [b"interrupted", b"False"], b"")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes cannot be forked")
def test_a_forked_child_has_no_session():
    code = (
        "import warnings; warnings.simplefilter('ignore', DeprecationWarning)\n"
        "pid = os.fork()\n"
        "if not pid:\n"
        "    try:\n"
        "        session.default.recv(timeout=30)\n"
        "    except package.OpenAIError as error:\n"
        "        os._exit(7 if 'parent' in str(error) else 1)\n"
        "    os._exit(2)\n"
        "print(os.WEXITSTATUS(os.waitpid(pid, 0)[1]))\n"
        "end = {'type': 'response.failed', 'response': {'id': 'r'}}\n"
        "session.default.send({'type': 'response.create', 'steps': [end]})\n"
        "print(session.default.get_final_response(timeout=30).id)\n"
        "session.close()"
    )
    program = run_program(code)
    assert (program.returncode, program.stdout.split(), program.stderr) == (0, [b"7", b"r"], b"")


# The accumulator

CASES = Path(__file__).resolve().parent / "data" / "response_accumulator.jsonl"


def add(accumulator: Any, event: Any) -> str:
    """Add an event; return "ok", or the kind of the error, with "!" if the server sent it."""
    before = copy.deepcopy(event)
    try:
        accumulator.add_event(event)
        return "ok"
    except ResponseError:
        return "RuntimeError!"
    except ValueError:
        return "ValueError"
    except RuntimeError:
        return "RuntimeError"
    finally:
        assert event == before


@pytest.mark.parametrize("number, line", list(enumerate(CASES.read_text(encoding="utf-8").splitlines())))
def test_accumulator_like_the_official_one(number, line):
    """Each case has random events, and what the official package makes of them."""
    case = json.loads(line)
    accumulator = helpers.ResponsesWebSocketAccumulator()
    assert [add(accumulator, model(event)) for event in case["events"]] == case["results"]
    snapshot, details = accumulator.snapshot(), accumulator.detailed_snapshot()
    assert repr(dataclasses.asdict(snapshot)) == case["snapshot"]
    assert details == case["details"]
    # Snapshots share nothing with the accumulator or with the events.
    hash(snapshot)
    _clear(details)
    assert accumulator.detailed_snapshot() == case["details"]
    accumulator.reset()
    assert accumulator.snapshot().output == () and snapshot == snapshot


def _clear(value: Any) -> None:
    for inner in list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else ():
        _clear(inner)
    if isinstance(value, (dict, list)):
        value.clear()


def test_accumulator_returns_copies_of_the_final_response():
    accumulator = helpers.ResponsesWebSocketAccumulator()
    with pytest.raises(RuntimeError, match="not ended"):
        accumulator.get_final_response()
    accumulator.add_event(model({"type": "response.failed", "response": {"id": "resp_1", "output": None, "new": 1}}))
    first, second = accumulator.get_final_response(), accumulator.get_final_response()
    assert first == second == {"id": "resp_1", "output": None, "new": 1} and first is not second
    assert type(first).__name__ == "Response"


def test_accumulator_takes_plain_dicts():
    accumulator = helpers.ResponsesWebSocketAccumulator()
    for event in (created(), item_done(), completed()):
        accumulator.add_event(event)
    assert accumulator.snapshot().output_text == "Hello"
    assert accumulator.get_final_response().output[0].content[0].text == "Hello"


def test_accumulator_joins_halves_of_surrogate_pairs():
    accumulator = helpers.ResponsesWebSocketAccumulator()
    for delta in ("\ud83d", "\ude00"):
        fields = {"output_index": 0, "content_index": 0, "item_id": "a", "delta": delta}
        accumulator.add_event({"type": "response.output_text.delta", **fields})
    assert accumulator.snapshot().output_text == "😀"


def test_a_delta_costs_the_same_however_long_the_text_is():
    accumulator = helpers.ResponsesWebSocketAccumulator()
    fields = {"output_index": 0, "content_index": 0, "item_id": "a", "delta": "x" * 1000}
    event = model({"type": "response.output_text.delta", **fields})

    def cpu_seconds(count: int) -> float:
        start = time.thread_time()
        for _ in range(count):
            accumulator.add_event(event)
        return time.thread_time() - start

    first = min(cpu_seconds(100) for _ in range(10))
    cpu_seconds(8000)  # from now on, a copy of the text costs a hundred times as much
    assert min(cpu_seconds(100) for _ in range(10)) < first * 20
    assert len(accumulator.snapshot().output_text) == 10_000_000
