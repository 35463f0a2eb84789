# SPDX-License-Identifier: MIT
"""Event streams and structured output, compared with the official client.

Skipped without the package `openai`, unless NEED_OFFICIAL=1 is set. Both packages read the same bytes; compared are all
events with their fields and snapshots, their order, the final result, and the names of errors.
"""

from __future__ import annotations

import enum
import json
import random
from typing import Any, Dict, List, Optional

import pytest

from . import package
from .live import (
    Items,
    Response,
    chunk,
    logprob,
    logprob_chunks,
    refusal_chunks,
    served,
    text_chunks,
    tool_call_chunks,
    usage_chunks,
)
from .raw_server import REQUEST, forever, respond
from .test_official_responses import is_ours, maybe_await, openai, run_both

pydantic = pytest.importorskip("pydantic")


class Colour(enum.Enum):
    """Colours."""

    red = "red"
    blue = "blue"


class Step(pydantic.BaseModel):  # type: ignore[misc]
    """One step."""

    text: str
    number: Optional[int]


class Plan(pydantic.BaseModel):  # type: ignore[misc]
    """A plan."""

    steps: List[Step]
    colour: Colour
    done: bool


PLAN = (
    '{"steps": [{"text": "eins \\"\\u00e4\\" 🙂", "number": 12}, {"text": "zwei", "number": null}], '
    '"colour": "red", "done": true}'
)
STRICT = {
    "type": "function",
    "function": {"name": "lookup", "strict": True, "parameters": {"type": "object", "properties": {}}},
}
LOOSE = {"type": "function", "function": {"name": "other", "parameters": {"type": "object", "properties": {}}}}


def to_comparable(value: Any) -> Any:
    """Return a value in a form that is comparable between the two packages."""
    if hasattr(value, "model_dump") and not isinstance(value, pydantic.BaseModel):
        return to_comparable(value.model_dump(mode="json"))
    if isinstance(value, pydantic.BaseModel):
        return to_comparable(value.model_dump(mode="json", warnings=False))
    if isinstance(value, dict):
        return {name: to_comparable(inner) for name, inner in value.items() if inner is not None}
    if isinstance(value, list):
        return [to_comparable(inner) for inner in value]
    return value.value if isinstance(value, enum.Enum) else value


async def read_stream(manager: Any, final: str) -> List[Any]:
    """Return the events of a stream, and then its final result or the name of its error."""
    values: List[Any] = []
    try:
        if hasattr(manager, "__aenter__"):
            async with manager as stream:
                async for event in stream:
                    values.append(to_comparable(event))
                values.append(to_comparable(await getattr(stream, final)()))
        else:
            with manager as stream:
                for event in stream:
                    values.append(to_comparable(event))
                values.append(to_comparable(getattr(stream, final)()))
    except RuntimeError:  # this package has subclasses, which name the event
        values.append("RuntimeError")
    except (package.OpenAIError, openai.OpenAIError) as error:
        values.append(type(error).__name__)
    return values


def compare(inspect: Any, *script: Any) -> List[Any]:
    """Run `inspect` with both sync clients, then both async ones; check that the results are equal and return them."""
    for is_async in (False, True):
        ours, theirs, requests = run_both(inspect, is_async, *script)
        sent_requests = [(request.method, request.target, request.body) for request in requests]
        middle = len(sent_requests) // 2
        assert sent_requests[:middle] == sent_requests[middle:]
        for our_value, their_value in zip(ours, theirs):
            assert our_value == their_value
        assert len(ours) == len(theirs)
    return ours  # type: ignore[no-any-return]


CHATS: Dict[str, Any] = {
    "text": (text_chunks("Hello, wörld! 🙂"), {}),
    "several choices and usage": (usage_chunks(), {}),
    "log probabilities": (logprob_chunks(), {}),
    "refusal": (refusal_chunks("I will not do that"), {}),
    "refusal of a type": (refusal_chunks("I will not do that"), {"response_format": Plan}),
    "a type": (text_chunks(PLAN, 3), {"response_format": Plan}),
    "a type, in one chunk": (text_chunks(PLAN, 999), {"response_format": Plan}),
    "truncated": (text_chunks("Hello", finish="length"), {}),
    "a type, truncated": (text_chunks(PLAN[:20], finish="length"), {"response_format": Plan}),
    "a type, filtered": (text_chunks(PLAN[:20], finish="content_filter"), {"response_format": Plan}),
    "tools": (tool_call_chunks(("lookup", '{"city": "Bonn"}'), ("other", '{"x": [1, 2]}')), {"tools": [STRICT, LOOSE]}),
    "tools that were not passed": (tool_call_chunks(("lookup", '{"city": "Bonn"}')), {}),
    "a tool of a type": (
        tool_call_chunks(("Step", '{"text": "a", "number": 3}')),
        {"tools": lambda ours: [(package if ours else openai).pydantic_function_tool(Step)]},
    ),
    "content filter results between": (
        text_chunks("Hi")[:2] + [{**chunk({}), "object": "", "choices": []}] + text_chunks("Hi")[2:],
        {},
    ),
}


@pytest.mark.parametrize("name", sorted(CHATS))
def test_chat_streams_emit_equal_events(name: str) -> None:
    items, arguments = CHATS[name]

    async def inspect(client: Any) -> Any:
        resolved = {
            key: value(is_ours(client)) if key == "tools" and callable(value) else value
            for key, value in arguments.items()
        }
        manager = client.chat.completions.stream(model="m", messages=[{"role": "user", "content": "x"}], **resolved)
        return await read_stream(manager, "get_final_completion")

    values = compare(inspect, served(items))
    assert len(values) >= 2


RESPONSES: Dict[str, Any] = {
    "text": (Response().text("Hello, wörld!").end(), {}),
    "several items": (Response().other().text("one").call("lookup", '{"a": 1}').text("two").end(), {}),
    "a type": (Response().text(PLAN, 3).end(), {"text_format": Plan}),
    "comments are not of the type": (
        Response().text("Let me see", phase="commentary").text(PLAN, 5, phase="final_answer").end(),
        {"text_format": Plan},
    ),
    "a tool of a type": (
        Response().call("Step", '{"text": "a", "number": 3}').end(),
        {"tools": lambda ours: [(package if ours else openai).pydantic_function_tool(Step)]},
    ),
    "incomplete": (Response().text("Hel").end("incomplete", incomplete_details={"reason": "max_output_tokens"}), {}),
    "failed": (Response().text("Hel").end("failed", error={"code": "server_error", "message": "no"}), {}),
    "ended without output": (Response().text("Hel").end("failed", output=None), {}),
    "completed without output": (Response().text("Hel").call("f", "{}").end(output=None), {}),
    "with the id of another response": (Response().text("Hel").end(id="resp_2"), {}),
    "without the created event": (Response().text("Hel").end()[1:], {}),
    "an item twice": (Response().text("Hel").events + Response().text("Hel").end()[2:], {}),
    "text without an item": (
        [event for event in Response().text("Hel").end() if "item.added" not in event["type"]],
        {},
    ),
}


@pytest.mark.parametrize("name", sorted(RESPONSES))
def test_response_streams_emit_equal_events(name: str) -> None:
    items, arguments = RESPONSES[name]

    async def inspect(client: Any) -> Any:
        resolved = {key: value(is_ours(client)) if key == "tools" else value for key, value in arguments.items()}
        return await read_stream(client.responses.stream(model="m", input="x", **resolved), "get_final_response")

    values = compare(inspect, served(items, done=False))
    assert len(values) >= 1


@pytest.mark.parametrize("after", [None, 3, 100])
def test_replayed_responses_emit_equal_events(after: Optional[int]) -> None:
    items = Response().text("Hello").end()
    resolved = {} if after is None else {"starting_after": after}

    async def inspect(client: Any) -> Any:
        return await read_stream(client.responses.stream(response_id="resp_1", **resolved), "get_final_response")

    compare(inspect, served(items, done=False))


def serve_completion(items: Any) -> Any:
    """Return a server script that responds with the completion accumulated from chunks."""
    state = package.ChatCompletionStreamState()
    for item in items:
        state.handle_chunk(item)
    body = json.dumps(state.current_completion_snapshot).encode("utf-8")
    return forever(REQUEST, respond(body, "200 OK", "Content-Type: application/json"))


async def parse_outcome(call: Any) -> Any:
    """Return the result of `parse`, or the name of its error."""
    try:
        return to_comparable(await maybe_await(call()))
    except (ValueError, package.OpenAIError, openai.OpenAIError) as error:
        return type(error).__name__


@pytest.mark.parametrize("name", sorted(name for name in CHATS if "between" not in name and name != "tools"))
def test_completions_are_parsed_equally(name: str) -> None:
    items, arguments = CHATS[name]

    async def inspect(client: Any) -> Any:
        resolved = {key: value(is_ours(client)) if key == "tools" else value for key, value in arguments.items()}
        create = client.chat.completions.parse
        return [await parse_outcome(lambda: create(model="m", messages=[{"role": "user", "content": "x"}], **resolved))]

    assert compare(inspect, serve_completion(items))


@pytest.mark.parametrize(
    "name", sorted(name for name in RESPONSES if RESPONSES[name][0][-1]["type"].endswith("completed"))
)
def test_responses_are_parsed_equally(name: str) -> None:
    items, arguments = RESPONSES[name]
    body = json.dumps(items[-1]["response"]).encode("utf-8")

    async def inspect(client: Any) -> Any:
        resolved = {key: value(is_ours(client)) if key == "tools" else value for key, value in arguments.items()}
        return [await parse_outcome(lambda: client.responses.parse(model="m", input="x", **resolved))]

    assert compare(inspect, forever(REQUEST, respond(body, "200 OK", "Content-Type: application/json")))


def random_chunks(rng: random.Random) -> Items:
    """Return the interleaved chunks of one to three choices with texts, JSON, refusals or tool calls."""
    items, streams = [], []
    for index in range(rng.choice([1, 1, 2, 3])):
        items.append(chunk({"role": "assistant", "content": rng.choice(["", None, "h"])}, index=index))
        chunks = []
        content_type = rng.choice(["text", "json", "refusal", "calls", "text and calls"])
        has_logprobs = rng.random() < 0.3
        for token in rng.choices(["a", "bc ", " é"], k=rng.randrange(4)) if "text" in content_type else ():
            logprobs = {"content": [logprob(token)], "refusal": None} if has_logprobs else None
            chunks.append(chunk({"content": token}, index=index, logprobs=logprobs))
        for fragment in split(rng, '{"a": "x y", "b": [1, 23]}') if content_type == "json" else ():
            chunks.append(chunk({"content": fragment}, index=index))
        for _ in range(2 if content_type == "refusal" else 0):
            logprobs = {"content": None, "refusal": [logprob("no ")]} if has_logprobs else None
            chunks.append(chunk({"refusal": "no "}, index=index, logprobs=logprobs))
        for number in range(rng.randrange(1, 3) if "calls" in content_type else 0):
            function = {"name": rng.choice(["lookup", "other", "unknown"]), "arguments": ""}
            first_delta = {"index": number, "id": "call", "type": "function", "function": function}
            chunks.append(chunk({"tool_calls": [first_delta]}, index=index))
            for fragment in split(rng, '{"q": [1, 2]}'):
                chunks.append(
                    chunk({"tool_calls": [{"index": number, "function": {"arguments": fragment}}]}, index=index)
                )
        chunks.append(
            chunk({}, rng.choice(["stop", "stop", "tool_calls", "length", "content_filter", None]), index=index)
        )
        streams.append(chunks)
    while any(streams):
        items.append(rng.choice([chunks for chunks in streams if chunks]).pop(0))
    return items


def split(rng: random.Random, text: str) -> List[str]:
    """Return a text in random fragments."""
    fragments = []
    while text:
        size = rng.randrange(1, 6)
        fragments.append(text[:size])
        text = text[size:]
    return fragments


def handle_all(state: Any, items: Any) -> Any:
    """Return the events that a state emits for chunks, the final result, and the name of the error, if any."""
    values: List[Any] = []
    try:
        for item in items:
            values += [to_comparable(event) for event in state.handle_chunk(item)]
        return values, to_comparable(state.get_final_completion()), ""
    except ValueError:
        return values, None, "invalid JSON"
    except (openai.OpenAIError, package.OpenAIError) as error:
        return values, None, type(error).__name__


@pytest.mark.parametrize("seed", range(200))
def test_random_chunks_emit_equal_events(seed: int) -> None:
    from openai._models import construct_type
    from openai.lib.streaming.chat import ChatCompletionStreamState
    from openai.types.chat import ChatCompletionChunk

    rng = random.Random(seed)
    items = random_chunks(rng)
    resolved: Any = {} if rng.random() < 0.6 else {"response_format": Plan}
    if rng.random() < 0.5:
        resolved["input_tools"] = [STRICT, LOOSE]
    copies = [construct_type(type_=ChatCompletionChunk, value=json.loads(json.dumps(item))) for item in items]
    theirs, ours = (
        handle_all(ChatCompletionStreamState(**resolved), copies),
        handle_all(package.ChatCompletionStreamState(**resolved), items),
    )
    if theirs[2] == "invalid JSON":
        # The official state stops at invalid JSON; this package's state continues until the content is complete.
        assert ours[0][: len(theirs[0])] == theirs[0]
    else:
        assert ours == theirs
