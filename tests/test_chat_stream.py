# SPDX-License-Identifier: MIT
"""Streamed chat completions: events and snapshots from chunks, fed by hand and over real sockets, sync and async."""

from __future__ import annotations

import asyncio
import json
from typing import Any, List

import pytest

from . import package
from .live import (
    USAGE,
    chunk,
    logprob_chunks,
    refusal_chunks,
    served,
    sse,
    text_chunks,
    tool_call_chunks,
    usage_chunks,
)
from .raw_server import CLOSE, REQUEST, RawServer, head, send

MESSAGES = [{"role": "user", "content": "x"}]
TOOL = {"type": "function", "function": {"name": "lookup", "strict": True, "parameters": {"type": "object"}}}


def feed_chunks(items: Any, **options: Any) -> Any:
    """Return a state after these chunks, and the events that it emitted."""
    state = package.ChatCompletionStreamState(**options)
    events = [event for item in items for event in state.handle_chunk(item)]
    return state, events


def event_types(events: Any) -> List[str]:
    return [event.type for event in events if event.type != "chunk"]


def test_chunks_from_any_source_become_a_completion() -> None:
    items = text_chunks("Hello, wörld!")
    before = json.dumps(items)
    state, events = feed_chunks(items)
    assert json.dumps(items) == before
    final = state.get_final_completion()
    assert type(final).__name__ == "ParsedChatCompletion"
    assert final.choices[0].message.content == "Hello, wörld!"
    assert final.choices[0].finish_reason == "stop"
    assert final.object == "chat.completion"
    assert event_types(events) == ["content.delta"] * 5 + ["content.done"]
    assert [event.snapshot for event in events if event.type == "content.delta"] == [
        "", "Hell", "Hello, w", "Hello, wörld", "Hello, wörld!",
    ]  # fmt: skip


def test_events_can_be_read_in_any_order_and_late() -> None:
    _, events = feed_chunks(text_chunks('{"a": [1, 2, 3]}', 3), response_format={"type": "object", "properties": {}})
    deltas = [event for event in events if event.type == "content.delta"]
    assert [event.snapshot for event in reversed(deltas)][0] == '{"a": [1, 2, 3]}'
    assert [event.parsed for event in deltas] == [
        None, {}, {}, {"a": [1]}, {"a": [1, 2]}, {"a": [1, 2, 3]}, {"a": [1, 2, 3]},
    ]  # fmt: skip


def test_event_fields_are_items_and_serialize_to_dict_and_json() -> None:
    _, events = feed_chunks(text_chunks("Hi"))
    event = next(event for event in events if event.type == "content.delta" and event.delta)
    assert event["delta"] == "Hi"
    assert event.to_dict() == {"type": "content.delta", "delta": "Hi", "snapshot": "Hi", "parsed": None}
    assert json.loads(event.to_json()) == event.model_dump() == json.loads(event.model_dump_json())
    assert "ContentDeltaEvent(type='content.delta', delta='Hi'" in repr(event)
    with pytest.raises(KeyError):
        event["text"]


def test_the_snapshot_grows_with_each_chunk() -> None:
    state = package.ChatCompletionStreamState()
    with pytest.raises(RuntimeError, match="No chunk"):
        state.current_completion_snapshot  # noqa: B018
    seen = []
    for item in text_chunks("abcdefgh"):
        state.handle_chunk(item)
        seen.append(state.current_completion_snapshot.choices[0].message.content)
    assert seen == ["", "abcd", "abcdefgh", "abcdefgh"]


def test_choices_are_separate_and_the_usage_is_that_of_the_last_chunk() -> None:
    state, events = feed_chunks(usage_chunks())
    final = state.get_final_completion()
    assert [choice.message.content for choice in final.choices] == ["one more", "two"]
    assert final.usage.to_dict() == USAGE
    assert event_types(events).count("content.done") == 2


def test_choices_are_sorted_by_index() -> None:
    items = [chunk({"role": "assistant", "content": "b"}, index=1), chunk({"role": "assistant", "content": "a"})]
    state, _ = feed_chunks(items + [chunk({}, "stop"), chunk({"content": "!"}, "stop", index=1)])
    assert [choice.message.content for choice in state.get_final_completion().choices] == ["a", "b!"]


def test_a_repeated_role_is_not_concatenated() -> None:
    state, _ = feed_chunks(
        [chunk({"role": "assistant", "content": "a"}), chunk({"role": "assistant", "content": "b"}, "stop")]
    )
    message = state.get_final_completion().choices[0].message
    assert (message.role, message.content) == ("assistant", "ab")


def test_log_probabilities_are_accumulated() -> None:
    state, events = feed_chunks(logprob_chunks())
    tokens = state.get_final_completion().choices[0].logprobs.content
    assert [token.token for token in tokens] == ["Hi", " there"]
    assert event_types(events).count("logprobs.content.delta") == 2
    assert event_types(events)[-1] == "logprobs.content.done"


def test_a_refusal_is_emitted_and_nothing_is_parsed() -> None:
    state, events = feed_chunks(refusal_chunks("no way"), response_format={"type": "object", "properties": {}})
    message = state.get_final_completion().choices[0].message
    assert (message.refusal, message.parsed) == ("no way ", None)
    assert event_types(events) == ["refusal.delta"] * 3 + ["refusal.done"]


def test_arguments_of_strict_tools_are_parsed_with_each_delta() -> None:
    state, events = feed_chunks(
        tool_call_chunks(("lookup", '{"city": "Bonn"}'), ("other", '{"x": 1}')), input_tools=[TOOL]
    )
    calls = state.get_final_completion().choices[0].message.tool_calls
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
def test_output_that_is_to_be_parsed_and_was_cut_off_is_an_error(reason: str, error: str) -> None:
    items = text_chunks('{"a": "bcd', finish=reason)
    with pytest.raises(getattr(package, error)) as caught:
        feed_chunks(items, response_format={"type": "object", "properties": {}})
    assert caught.value.completion.choices[0].message.content == '{"a": "bcd'
    state, events = feed_chunks(items)
    assert event_types(events)[-1] == "content.done"
    with pytest.raises(getattr(package, error)):
        state.get_final_completion()


def test_content_that_is_not_json_is_an_error_once_it_is_complete() -> None:
    state = package.ChatCompletionStreamState(response_format={"type": "object", "properties": {}})
    items = text_chunks("I think so")
    for item in items[:-1]:
        state.handle_chunk(item)
    with pytest.raises(package.ParseError):
        state.handle_chunk(items[-1])


def test_over_the_wire_sync() -> None:
    with RawServer(served(text_chunks("Hello"))) as server, package.OpenAI(
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

    with RawServer(served(text_chunks("Hello"))) as server:
        seen, final, snapshot = asyncio.run(main(server.url))
    assert seen.count("content.delta") == 3
    assert final.choices[0].message.content == snapshot.choices[0].message.content == "Hello"


def test_a_sync_with_on_an_async_manager_fails_before_the_request() -> None:
    client = package.AsyncOpenAI(api_key="k", environment=False)
    with pytest.raises((TypeError, AttributeError)):
        with client.chat.completions.stream(model="m", messages=MESSAGES):
            pass
    asyncio.run(client.close())


def test_leaving_a_stream_early_closes_its_response() -> None:
    with RawServer(served(text_chunks("Hello " * 50))) as server, package.OpenAI(
        api_key="k", base_url=server.url, environment=False
    ) as client:
        with client.chat.completions.stream(model="m", messages=MESSAGES) as stream:
            next(stream)
        assert stream.response.is_closed
        assert list(stream) == []


def test_an_incomplete_stream_is_an_error_with_the_chunks_received() -> None:
    received = sse(text_chunks("Hello")[:2], done=False).encode("utf-8")
    script = (REQUEST, send(head("200 OK", "Content-Type: text/event-stream") + received), CLOSE)
    with RawServer(*script) as server, package.OpenAI(
        api_key="k", base_url=server.url, environment=False, max_retries=0
    ) as client:
        with client.chat.completions.stream(model="m", messages=MESSAGES) as stream:
            with pytest.raises(package.IncompleteStreamError) as caught:
                stream.until_done()
            assert stream.current_completion_snapshot.choices[0].message.content == "Hell"
    assert len(caught.value.received) == 2
