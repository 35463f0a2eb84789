# SPDX-License-Identifier: MIT
"""Live chat completions: what is told of chunks, by hand and over real sockets, sync and async."""

from __future__ import annotations

import asyncio
import json
from typing import Any, List

import pytest

from . import package
from .live import USAGE, called, chunk, refused, said, served, sse, with_logprobs, with_usage
from .raw_server import CLOSE, REQUEST, RawServer, head, send

MESSAGES = [{"role": "user", "content": "x"}]
TOOL = {"type": "function", "function": {"name": "lookup", "strict": True, "parameters": {"type": "object"}}}


def state(items: Any, **given: Any) -> Any:
    """Return a state that has been given chunks, and the events that it told."""
    made = package.ChatCompletionStreamState(**given)
    events = [event for item in items for event in made.handle_chunk(item)]
    return made, events


def kinds(events: Any) -> List[str]:
    return [event.type for event in events if event.type != "chunk"]


def test_chunks_of_any_source_become_a_completion() -> None:
    items = said("Hello, wörld!")
    before = json.dumps(items)
    made, events = state(items)
    assert json.dumps(items) == before
    final = made.get_final_completion()
    assert type(final).__name__ == "ParsedChatCompletion"
    assert final.choices[0].message.content == "Hello, wörld!"
    assert final.choices[0].finish_reason == "stop"
    assert final.object == "chat.completion"
    assert kinds(events) == ["content.delta"] * 5 + ["content.done"]
    assert [event.snapshot for event in events if event.type == "content.delta"] == [
        "", "Hell", "Hello, w", "Hello, wörld", "Hello, wörld!",
    ]  # fmt: skip


def test_events_can_be_read_in_any_order_and_late() -> None:
    _, events = state(said('{"a": [1, 2, 3]}', 3), response_format={"type": "object", "properties": {}})
    deltas = [event for event in events if event.type == "content.delta"]
    assert [event.snapshot for event in reversed(deltas)][0] == '{"a": [1, 2, 3]}'
    assert [event.parsed for event in deltas] == [
        None, {}, {}, {"a": [1]}, {"a": [1, 2]}, {"a": [1, 2, 3]}, {"a": [1, 2, 3]},
    ]  # fmt: skip


def test_an_event_is_told_by_name_as_a_dict_and_as_text() -> None:
    _, events = state(said("Hi"))
    event = next(event for event in events if event.type == "content.delta" and event.delta)
    assert event["delta"] == "Hi"
    assert event.to_dict() == {"type": "content.delta", "delta": "Hi", "snapshot": "Hi", "parsed": None}
    assert json.loads(event.to_json()) == event.model_dump() == json.loads(event.model_dump_json())
    assert "ContentDeltaEvent(type='content.delta', delta='Hi'" in repr(event)
    with pytest.raises(KeyError):
        event["text"]


def test_the_snapshot_is_what_has_come_at_any_time() -> None:
    made = package.ChatCompletionStreamState()
    with pytest.raises(RuntimeError, match="No chunk"):
        made.current_completion_snapshot  # noqa: B018
    seen = []
    for item in said("abcdefgh"):
        made.handle_chunk(item)
        seen.append(made.current_completion_snapshot.choices[0].message.content)
    assert seen == ["", "abcd", "abcdefgh", "abcdefgh"]


def test_choices_are_kept_apart_and_the_usage_is_the_last() -> None:
    made, events = state(with_usage())
    final = made.get_final_completion()
    assert [choice.message.content for choice in final.choices] == ["one more", "two"]
    assert final.usage.to_dict() == USAGE
    assert kinds(events).count("content.done") == 2


def test_a_choice_that_comes_before_the_first_finds_its_place() -> None:
    items = [chunk({"role": "assistant", "content": "b"}, index=1), chunk({"role": "assistant", "content": "a"})]
    made, _ = state(items + [chunk({}, "stop"), chunk({"content": "!"}, "stop", index=1)])
    assert [choice.message.content for choice in made.get_final_completion().choices] == ["a", "b!"]


def test_a_server_that_says_the_role_each_time_is_understood() -> None:
    made, _ = state(
        [chunk({"role": "assistant", "content": "a"}), chunk({"role": "assistant", "content": "b"}, "stop")]
    )
    message = made.get_final_completion().choices[0].message
    assert (message.role, message.content) == ("assistant", "ab")


def test_log_probabilities_are_gathered() -> None:
    made, events = state(with_logprobs())
    tokens = made.get_final_completion().choices[0].logprobs.content
    assert [token.token for token in tokens] == ["Hi", " there"]
    assert kinds(events).count("logprobs.content.delta") == 2
    assert kinds(events)[-1] == "logprobs.content.done"


def test_a_refusal_is_told_and_nothing_is_parsed() -> None:
    made, events = state(refused("no way"), response_format={"type": "object", "properties": {}})
    message = made.get_final_completion().choices[0].message
    assert (message.refusal, message.parsed) == ("no way ", None)
    assert kinds(events) == ["refusal.delta"] * 3 + ["refusal.done"]


def test_calls_of_tools_are_told_piece_by_piece_and_parsed_if_they_are_strict() -> None:
    made, events = state(called(("lookup", '{"city": "Bonn"}'), ("other", '{"x": 1}')), input_tools=[TOOL])
    calls = made.get_final_completion().choices[0].message.tool_calls
    assert [call.function.parsed_arguments for call in calls] == [{"city": "Bonn"}, None]
    done = [event for event in events if event.type == "tool_calls.function.arguments.done"]
    assert [(event.name, event.index, event.arguments) for event in done] == [
        ("lookup", 0, '{"city": "Bonn"}'), ("other", 1, '{"x": 1}'),
    ]  # fmt: skip
    deltas = [event for event in events if event.type == "tool_calls.function.arguments.delta" and event.index == 0]
    assert "".join(event.arguments_delta for event in deltas) == deltas[-1].arguments == '{"city": "Bonn"}'
    assert deltas[-1].parsed_arguments == {"city": "Bonn"}


@pytest.mark.parametrize(
    "reason, error", [("length", "LengthFinishReasonError"), ("content_filter", "ContentFilterFinishReasonError")]
)
def test_an_answer_that_is_cut_off_and_was_to_be_parsed_is_an_error(reason: str, error: str) -> None:
    items = said('{"a": "bcd', finish=reason)
    with pytest.raises(getattr(package, error)) as caught:
        state(items, response_format={"type": "object", "properties": {}})
    assert caught.value.completion.choices[0].message.content == '{"a": "bcd'
    made, events = state(items)
    assert kinds(events)[-1] == "content.done"
    with pytest.raises(getattr(package, error)):
        made.get_final_completion()


def test_content_that_is_no_json_is_an_error_when_it_is_whole() -> None:
    made = package.ChatCompletionStreamState(response_format={"type": "object", "properties": {}})
    items = said("I think so")
    for item in items[:-1]:
        made.handle_chunk(item)
    with pytest.raises(package.ParseError):
        made.handle_chunk(items[-1])


def test_over_the_wire_sync() -> None:
    with RawServer(served(said("Hello"))) as server, package.OpenAI(
        api_key="k", base_url=server.url, environment=False
    ) as client:
        with client.chat.completions.stream(model="m", messages=MESSAGES) as stream:
            first = next(stream)
            assert first.snapshot.id == "chatcmpl-1"
            assert stream.response.status_code == 200
            assert stream.until_done() is stream
            assert stream.current_completion_snapshot.choices[0].message.content == "Hello"
            assert stream.get_final_completion().choices[0].message.content == "Hello"
        (request,) = server.requests
    assert json.loads(request.body) == {"model": "m", "stream": True, "messages": MESSAGES}
    assert request.header("x-stainless-helper-method") == ["chat.completions.stream"]


def test_over_the_wire_async() -> None:
    async def main(url: str) -> Any:
        async with package.AsyncOpenAI(api_key="k", base_url=url, environment=False) as client:
            async with client.chat.completions.stream(model="m", messages=MESSAGES) as stream:
                seen = [event.type async for event in stream]
                return seen, await stream.get_final_completion(), stream.current_completion_snapshot

    with RawServer(served(said("Hello"))) as server:
        seen, final, snapshot = asyncio.run(main(server.url))
    assert seen.count("content.delta") == 3
    assert final.choices[0].message.content == snapshot.choices[0].message.content == "Hello"


def test_the_wrong_with_is_refused_before_anything_is_sent() -> None:
    client = package.AsyncOpenAI(api_key="k", environment=False)
    with pytest.raises((TypeError, AttributeError)):
        with client.chat.completions.stream(model="m", messages=MESSAGES):
            pass
    asyncio.run(client.close())


def test_a_stream_that_is_left_early_frees_its_connection() -> None:
    with RawServer(served(said("Hello " * 50))) as server, package.OpenAI(
        api_key="k", base_url=server.url, environment=False
    ) as client:
        with client.chat.completions.stream(model="m", messages=MESSAGES) as stream:
            next(stream)
        assert stream.response.is_closed
        assert list(stream) == []


def test_a_stream_that_breaks_is_an_error_with_what_had_come() -> None:
    begun = sse(said("Hello")[:2], done=False).encode("utf-8")
    script = (REQUEST, send(head("200 OK", "Content-Type: text/event-stream") + begun), CLOSE)
    with RawServer(*script) as server, package.OpenAI(
        api_key="k", base_url=server.url, environment=False, max_retries=0
    ) as client:
        with client.chat.completions.stream(model="m", messages=MESSAGES) as stream:
            with pytest.raises(package.IncompleteStreamError) as caught:
                stream.until_done()
            assert stream.current_completion_snapshot.choices[0].message.content == "Hell"
    assert len(caught.value.received) == 2
