# SPDX-License-Identifier: MIT
"""Streamed responses: extended events and snapshots, fed by hand and over real sockets, and reconnecting."""

from __future__ import annotations

import asyncio
import json
from typing import Any, List

import pytest

from . import package
from .live import Response, served, sse
from .raw_server import CLOSE, REQUEST, RESET, RawServer, head, per_connection, send

SCHEMA = {"type": "object", "properties": {"a": {"type": "integer"}}}


def feed_events(items: Any, **options: Any) -> Any:
    """Return a state after these events, and the events that it emitted."""
    state = package.ResponseStreamState(**options)
    return state, [event for item in items for event in state.handle_event(item)]


def test_events_from_any_source_become_a_response() -> None:
    items = Response().other().text("Hello, wörld!").call("lookup", '{"a": 1}').end()
    before = json.dumps(items)
    state, events = feed_events(items)
    assert json.dumps(items) == before
    assert state.completed.output_text == "Hello, wörld!"
    assert type(state.completed).__name__ == "ParsedResponse"
    deltas = [event.snapshot for event in events if event.type == "response.output_text.delta"]
    assert deltas == ["Hell", "Hello, w", "Hello, wörld", "Hello, wörld!"]
    arguments = [event.snapshot for event in events if event.type == "response.function_call_arguments.delta"]
    assert arguments == ['{"a', '{"a": ', '{"a": 1}']
    assert events[-1].response is state.completed
    assert [event.type for event in events] == [item["type"] for item in items]


def test_text_is_parsed_into_its_type() -> None:
    state, events = feed_events(Response().text('{"a": 1}').end(), text_format=SCHEMA)
    assert state.completed.output_parsed == {"a": 1}
    assert [event.parsed for event in events if event.type == "response.output_text.done"] == [{"a": 1}]
    assert "parsed" not in json.dumps(state.completed)


def test_text_that_does_not_match_its_type_is_an_error() -> None:
    with pytest.raises(package.ParseError):
        feed_events(Response().text("I think so").end(), text_format=SCHEMA)


@pytest.mark.parametrize(
    "items, message",
    [
        (Response().end()[1:], "Expected to have received `response.created` before `response.in_progress`"),
        (Response().text("a").end(id="resp_2"), "Lifecycle response identity changed"),
        (Response().text("a").events + Response().text("b").end()[2:], "Duplicate response output index 0"),
        ([e for e in Response().text("a").end() if "added" not in e["type"]], "output index 0 before"),
        ([e for e in Response().text("a").end() if "part.added" not in e["type"]], "for content that is not text"),
        (Response().text("a").end(output=[]), None),
    ],
)
def test_events_out_of_order_are_errors(items: Any, message: Any) -> None:
    if message is None:
        assert feed_events(items)[0].completed.output_text == ""
        return
    with pytest.raises(RuntimeError, match=message):
        feed_events(items)


def test_a_response_with_unfinished_items_cannot_complete() -> None:
    response = Response().text("a")
    response.add("response.output_item.added", output_index=1, item={"id": "x", "type": "reasoning", "summary": []})
    with pytest.raises(RuntimeError, match="unfinished output items"):
        feed_events(response.end())


def client(url: str, **options: Any) -> Any:
    return package.OpenAI(api_key="k", base_url=url, environment=False, max_retries=0, **options)


def test_over_the_wire_sync_and_async() -> None:
    async def main(url: str) -> Any:
        async with package.AsyncOpenAI(api_key="k", base_url=url, environment=False) as aclient:
            async with aclient.responses.stream(model="m", input="x") as stream:
                seen = [event.type async for event in stream]
                return seen, await stream.get_final_response(), stream.current_response_snapshot

    with RawServer(served(Response().text("Hello").end(), done=False)) as server:
        with client(server.url) as sync, sync.responses.stream(model="m", input="x", text_format=SCHEMA) as stream:
            with pytest.raises(package.ParseError):
                stream.get_final_response()
        seen, final, snapshot = asyncio.run(main(server.url))
        body = json.loads(server.requests[0].body)
    assert body["text"]["format"]["type"] == "json_schema"
    assert body["text"]["format"]["strict"] is True
    assert seen[-1] == "response.completed"
    assert final.output_text == "Hello"
    assert snapshot.output[0].content[0].text == "Hello"


def test_an_incomplete_response_has_no_final_response() -> None:
    with RawServer(served(Response().text("Hel").end("incomplete"), done=False)) as server, client(server.url) as sync:
        with sync.responses.stream(model="m", input="x") as stream:
            with pytest.raises(RuntimeError, match=r"Didn't receive a `response.completed` event"):
                stream.get_final_response()


def test_an_existing_response_is_replayed_after_a_sequence_number() -> None:
    items = Response().text("Hello").end()
    with RawServer(served(items, done=False)) as server, client(server.url) as sync:
        with sync.responses.stream(response_id="resp_1", starting_after=4) as stream:
            numbers = [event.sequence_number for event in stream]
            assert stream.get_final_response().output_text == "Hello"
        (request,) = server.requests
    assert numbers == list(range(5, len(items)))
    assert request.target == "/responses/resp_1?stream=true"


@pytest.mark.parametrize(
    "arguments, message",
    [
        ({"response_id": "resp_1", "model": "m"}, "together with model"),
        ({"starting_after": 3}, "response_id must be provided"),
        ({"model": "m"}, "input must be provided"),
        ({"input": "x"}, "model must be provided"),
    ],
)
def test_missing_and_exclusive_arguments_are_errors(arguments: Any, message: str) -> None:
    with package.OpenAI(api_key="k", environment=False) as sync:
        with pytest.raises(ValueError, match=message):
            sync.responses.stream(**arguments)


def test_two_formats_are_mutually_exclusive() -> None:
    with package.OpenAI(api_key="k", environment=False) as sync:
        with pytest.raises(TypeError, match="Cannot mix"):
            sync.responses.stream(model="m", input="x", text={"format": {"type": "text"}}, text_format=SCHEMA)


def broken_stream(items: Any, end: Any = CLOSE) -> Any:
    """Return a script that responds with the first events of a longer stream."""
    body = sse(items, done=False).encode("utf-8")
    length = "Content-Length: {}".format(len(body) + 1)
    return (REQUEST, send(head("200 OK", "Content-Type: text/event-stream", length) + body), end)


BACKGROUND_EVENTS = Response(background=True).text("Hello, world!").end()


@pytest.mark.parametrize("end", [CLOSE, RESET])
@pytest.mark.parametrize("is_async", [False, True])
def test_a_broken_stream_of_a_background_response_is_reconnected(end: Any, is_async: bool) -> None:
    # The third stream repeats events that were received; they must not be emitted twice.
    script = per_connection(
        broken_stream(BACKGROUND_EVENTS[:5], end),
        broken_stream(BACKGROUND_EVENTS[5:7]),
        (served(BACKGROUND_EVENTS[4:], done=False),),
    )

    async def main(url: str) -> List[Any]:
        async with package.AsyncOpenAI(api_key="k", base_url=url, environment=False, max_retries=0) as aclient:
            async with aclient.responses.stream(model="m", input="x", background=True, resume=True) as stream:
                return [event async for event in stream]

    with RawServer(script) as server:
        if is_async:
            events = asyncio.run(main(server.url))
        else:
            with client(server.url) as sync:
                with sync.responses.stream(model="m", input="x", background=True, resume=True) as stream:
                    events = list(stream)
        targets = [request.target for request in server.requests]
    assert [event.sequence_number for event in events] == list(range(len(BACKGROUND_EVENTS)))
    assert events[-1].response.output_text == "Hello, world!"
    assert targets[0] == "/responses"
    assert targets[-1] == "/responses/resp_1?starting_after=6&stream=true"
    assert len(targets) == 3


@pytest.mark.parametrize("options", [{"background": True}, {"resume": True}])
def test_only_background_responses_with_resume_are_reconnected(options: Any) -> None:
    items = Response(background=options.get("background", False)).text("Hello").end()
    with RawServer(*broken_stream(items[:5])) as server, client(server.url) as sync:
        with sync.responses.stream(model="m", input="x", **options) as stream:
            with pytest.raises(package.IncompleteStreamError):
                stream.until_done()
        assert len(server.requests) == 1


def test_reconnecting_stops_after_repeated_failures() -> None:
    state = package.ResponseStreamState()
    state.open_stream = lambda response_id, after: (response_id, after)
    for item in BACKGROUND_EVENTS[:4]:
        state.handle(item)
    delays = []
    for _ in range(5):
        reconnect = state.reconnect(package.OpenAIError("broken"))
        delays.append(reconnect.delay)
        assert reconnect.open_stream() == ("resp_1", 3)
    assert state.reconnect(package.OpenAIError("broken")) is None
    assert delays == sorted(delays)
    state.handle(BACKGROUND_EVENTS[4])
    assert state.reconnect(package.OpenAIError("broken")).delay == 0
