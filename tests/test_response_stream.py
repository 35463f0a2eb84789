# SPDX-License-Identifier: MIT
"""Live responses: what is told of events, by hand and over real sockets; and going on with a stream that broke."""

from __future__ import annotations

import asyncio
import json
from typing import Any, List

import pytest

from . import package
from .live import Response, served, sse
from .raw_server import CLOSE, REQUEST, RESET, RawServer, head, per_connection, send

SCHEMA = {"type": "object", "properties": {"a": {"type": "integer"}}}


def state(items: Any, **given: Any) -> Any:
    """Return a state that has been given events, and what it told."""
    made = package.ResponseStreamState(**given)
    return made, [event for item in items for event in made.handle_event(item)]


def test_events_of_any_source_become_a_response() -> None:
    items = Response().other().text("Hello, wörld!").call("lookup", '{"a": 1}').end()
    before = json.dumps(items)
    made, events = state(items)
    assert json.dumps(items) == before
    assert made.completed.output_text == "Hello, wörld!"
    assert type(made.completed).__name__ == "ParsedResponse"
    deltas = [event.snapshot for event in events if event.type == "response.output_text.delta"]
    assert deltas == ["Hell", "Hello, w", "Hello, wörld", "Hello, wörld!"]
    arguments = [event.snapshot for event in events if event.type == "response.function_call_arguments.delta"]
    assert arguments == ['{"a', '{"a": ', '{"a": 1}']
    assert events[-1].response is made.completed
    assert [event.type for event in events] == [item["type"] for item in items]


def test_a_text_that_is_to_be_of_a_type_is_parsed() -> None:
    made, events = state(Response().text('{"a": 1}').end(), text_format=SCHEMA)
    assert made.completed.output_parsed == {"a": 1}
    assert [event.parsed for event in events if event.type == "response.output_text.done"] == [{"a": 1}]
    assert "parsed" not in json.dumps(made.completed)


def test_a_text_that_is_not_of_its_type_is_an_error() -> None:
    with pytest.raises(package.ParseError):
        state(Response().text("I think so").end(), text_format=SCHEMA)


@pytest.mark.parametrize(
    "items, message",
    [
        (Response().end()[1:], "Expected to have received `response.created` before `response.in_progress`"),
        (Response().text("a").end(id="resp_2"), "Lifecycle response identity changed"),
        (Response().text("a").events + Response().text("b").end()[2:], "Duplicate response output index 0"),
        ([e for e in Response().text("a").end() if "added" not in e["type"]], "output index 0 before"),
        ([e for e in Response().text("a").end() if "part.added" not in e["type"]], "for what is no text"),
        (Response().text("a").end(output=[]), None),
    ],
)
def test_events_out_of_order_are_errors(items: Any, message: Any) -> None:
    if message is None:
        assert state(items)[0].completed.output_text == ""
        return
    with pytest.raises(RuntimeError, match=message):
        state(items)


def test_items_that_are_not_finished_are_no_complete_response() -> None:
    response = Response().text("a")
    response.add("response.output_item.added", output_index=1, item={"id": "x", "type": "reasoning", "summary": []})
    with pytest.raises(RuntimeError, match="unfinished output items"):
        state(response.end())


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


def test_a_response_without_an_end_has_no_final_one() -> None:
    with RawServer(served(Response().text("Hel").end("incomplete"), done=False)) as server, client(server.url) as sync:
        with sync.responses.stream(model="m", input="x") as stream:
            with pytest.raises(RuntimeError, match=r"Didn't receive a `response.completed` event"):
                stream.get_final_response()


def test_a_response_is_gone_through_again_from_where_it_is_wanted() -> None:
    items = Response().text("Hello").end()
    with RawServer(served(items, done=False)) as server, client(server.url) as sync:
        with sync.responses.stream(response_id="resp_1", starting_after=4) as stream:
            numbers = [event.sequence_number for event in stream]
            assert stream.get_final_response().output_text == "Hello"
        (request,) = server.requests
    assert numbers == list(range(5, len(items)))
    assert request.target == "/responses/resp_1?stream=true"


@pytest.mark.parametrize(
    "given, message",
    [
        ({"response_id": "resp_1", "model": "m"}, "together with model"),
        ({"starting_after": 3}, "response_id must be provided"),
        ({"model": "m"}, "input must be provided"),
        ({"input": "x"}, "model must be provided"),
    ],
)
def test_arguments_that_say_too_much_or_too_little(given: Any, message: str) -> None:
    with package.OpenAI(api_key="k", environment=False) as sync:
        with pytest.raises(ValueError, match=message):
            sync.responses.stream(**given)


def test_two_formats_are_one_too_many() -> None:
    with package.OpenAI(api_key="k", environment=False) as sync:
        with pytest.raises(TypeError, match="Cannot mix"):
            sync.responses.stream(model="m", input="x", text={"format": {"type": "text"}}, text_format=SCHEMA)


def broken(items: Any, end: Any = CLOSE) -> Any:
    """Return a script that answers with some events of a longer stream."""
    body = sse(items, done=False).encode("utf-8")
    length = "Content-Length: {}".format(len(body) + 1)
    return (REQUEST, send(head("200 OK", "Content-Type: text/event-stream", length) + body), end)


WHOLE = Response(background=True).text("Hello, world!").end()


@pytest.mark.parametrize("end", [CLOSE, RESET])
@pytest.mark.parametrize("is_async", [False, True])
def test_a_background_response_goes_on_by_itself_when_its_stream_breaks(end: Any, is_async: bool) -> None:
    # The third answer repeats what was told: no event comes twice all the same.
    script = per_connection(broken(WHOLE[:5], end), broken(WHOLE[5:7]), (served(WHOLE[4:], done=False),))

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
    assert [event.sequence_number for event in events] == list(range(len(WHOLE)))
    assert events[-1].response.output_text == "Hello, world!"
    assert targets[0] == "/responses"
    assert targets[-1] == "/responses/resp_1?starting_after=6&stream=true"
    assert len(targets) == 3


@pytest.mark.parametrize("given", [{"background": True}, {"resume": True}])
def test_it_does_so_only_when_asked_and_only_in_the_background(given: Any) -> None:
    items = Response(background=given.get("background", False)).text("Hello").end()
    with RawServer(*broken(items[:5])) as server, client(server.url) as sync:
        with sync.responses.stream(model="m", input="x", **given) as stream:
            with pytest.raises(package.IncompleteStreamError):
                stream.until_done()
        assert len(server.requests) == 1


def test_a_stream_that_breaks_again_and_again_is_given_up() -> None:
    made = package.ResponseStreamState()
    made.open_stream = lambda identity, after: (identity, after)
    for item in WHOLE[:4]:
        made.handle(item)
    waits = []
    for _ in range(5):
        again = made.reconnect(package.OpenAIError("broken"))
        waits.append(again.wait)
        assert again.call() == ("resp_1", 3)
    assert made.reconnect(package.OpenAIError("broken")) is None
    assert waits == sorted(waits)
    made.handle(WHOLE[4])
    assert made.reconnect(package.OpenAIError("broken")).wait == 0
