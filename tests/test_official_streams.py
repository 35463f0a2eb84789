# SPDX-License-Identifier: MIT
"""Helpers for streams and structured output, of the official client and ours: the same bytes, the same events.

Skipped without the package `openai`, unless NEED_OFFICIAL=1 says that it has to be there. Compared are the events in
their order with all that they hold, the snapshots at each of them, the whole at the end, and the errors' names.
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
from .raw_server import REQUEST, answer, forever
from .test_official_responses import is_ours, looked, openai, wait

pydantic = pytest.importorskip("pydantic")


class Colour(enum.Enum):
    """A choice of words."""

    red = "red"
    blue = "blue"


class Step(pydantic.BaseModel):  # type: ignore[misc]
    """One step."""

    text: str
    number: Optional[int]


class Plan(pydantic.BaseModel):  # type: ignore[misc]
    """What is to be done."""

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


def plain(value: Any) -> Any:
    """Return what both clients have to have alike."""
    if hasattr(value, "model_dump") and not isinstance(value, pydantic.BaseModel):
        return plain(value.model_dump(mode="json"))
    if isinstance(value, pydantic.BaseModel):
        return plain(value.model_dump(mode="json", warnings=False))
    if isinstance(value, dict):
        return {name: plain(inner) for name, inner in value.items() if inner is not None}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    return value.value if isinstance(value, enum.Enum) else value


async def live(manager: Any, final: str) -> List[Any]:
    """Return what a stream tells: the events as they come, the whole, or the error."""
    seen: List[Any] = []
    try:
        if hasattr(manager, "__aenter__"):
            async with manager as stream:
                async for event in stream:
                    seen.append(plain(event))
                seen.append(plain(await getattr(stream, final)()))
        else:
            with manager as stream:
                for event in stream:
                    seen.append(plain(event))
                seen.append(plain(getattr(stream, final)()))
    except (RuntimeError, package.OpenAIError, openai.OpenAIError) as error:
        seen.append(type(error).__name__)
    return seen


def compare(look: Any, *script: Any) -> List[Any]:
    """Let both clients, sync and async, look at the same server; return what they see, which has to be equal."""
    for is_async in (False, True):
        ours, theirs, requests = looked(look, is_async, *script)
        asked = [(request.method, request.target, request.body) for request in requests]
        half = len(asked) // 2
        assert asked[:half] == asked[half:]
        for mine, other in zip(ours, theirs):
            assert mine == other
        assert len(ours) == len(theirs)
    return ours  # type: ignore[no-any-return]


CHATS: Dict[str, Any] = {
    "text": (text_chunks("Hello, wörld! 🙂"), {}),
    "several choices and usage": (usage_chunks(), {}),
    "log probabilities": (logprob_chunks(), {}),
    "refusal": (refusal_chunks("I will not do that"), {}),
    "refusal of a type": (refusal_chunks("I will not do that"), {"response_format": Plan}),
    "a type": (text_chunks(PLAN, 3), {"response_format": Plan}),
    "a type, whole at once": (text_chunks(PLAN, 999), {"response_format": Plan}),
    "cut off": (text_chunks("Hello", finish="length"), {}),
    "a type, cut off": (text_chunks(PLAN[:20], finish="length"), {"response_format": Plan}),
    "a type, filtered": (text_chunks(PLAN[:20], finish="content_filter"), {"response_format": Plan}),
    "tools": (tool_call_chunks(("lookup", '{"city": "Bonn"}'), ("other", '{"x": [1, 2]}')), {"tools": [STRICT, LOOSE]}),
    "tools without a word of them": (tool_call_chunks(("lookup", '{"city": "Bonn"}')), {}),
    "a tool of a type": (
        tool_call_chunks(("Step", '{"text": "a", "number": 3}')),
        {"tools": lambda ours: [(package if ours else openai).pydantic_function_tool(Step)]},
    ),
    "a filter's findings between": (
        text_chunks("Hi")[:2] + [{**chunk({}), "object": "", "choices": []}] + text_chunks("Hi")[2:],
        {},
    ),
}


@pytest.mark.parametrize("name", sorted(CHATS))
def test_a_live_chat_tells_the_same(name: str) -> None:
    items, arguments = CHATS[name]

    async def look(client: Any) -> Any:
        given = {
            key: value(is_ours(client)) if key == "tools" and callable(value) else value
            for key, value in arguments.items()
        }
        manager = client.chat.completions.stream(model="m", messages=[{"role": "user", "content": "x"}], **given)
        return await live(manager, "get_final_completion")

    seen = compare(look, served(items))
    assert len(seen) >= 2


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
    "of another response": (Response().text("Hel").end(id="resp_2"), {}),
    "without a beginning": (Response().text("Hel").end()[1:], {}),
    "an item twice": (Response().text("Hel").events + Response().text("Hel").end()[2:], {}),
    "text of no item": ([event for event in Response().text("Hel").end() if "item.added" not in event["type"]], {}),
}


@pytest.mark.parametrize("name", sorted(RESPONSES))
def test_a_live_response_tells_the_same(name: str) -> None:
    items, arguments = RESPONSES[name]

    async def look(client: Any) -> Any:
        given = {key: value(is_ours(client)) if key == "tools" else value for key, value in arguments.items()}
        return await live(client.responses.stream(model="m", input="x", **given), "get_final_response")

    seen = compare(look, served(items, done=False))
    assert len(seen) >= 1


@pytest.mark.parametrize("after", [None, 3, 100])
def test_a_response_that_is_gone_through_again_tells_the_same(after: Optional[int]) -> None:
    items = Response().text("Hello").end()
    given = {} if after is None else {"starting_after": after}

    async def look(client: Any) -> Any:
        return await live(client.responses.stream(response_id="resp_1", **given), "get_final_response")

    compare(look, served(items, done=False))


def whole(items: Any) -> Any:
    """Return a script that answers with the completion that chunks come to."""
    state = package.ChatCompletionStreamState()
    for item in items:
        state.handle_chunk(item)
    body = json.dumps(state.current_completion_snapshot).encode("utf-8")
    return forever(REQUEST, answer(body, "200 OK", "Content-Type: application/json"))


async def parsed(call: Any) -> Any:
    """Return what `parse` gives, or the name of its error."""
    try:
        return plain(await wait(call()))
    except (ValueError, package.OpenAIError, openai.OpenAIError) as error:
        return type(error).__name__


@pytest.mark.parametrize("name", sorted(name for name in CHATS if "between" not in name and name != "tools"))
def test_a_completion_is_parsed_to_the_same(name: str) -> None:
    items, arguments = CHATS[name]

    async def look(client: Any) -> Any:
        given = {key: value(is_ours(client)) if key == "tools" else value for key, value in arguments.items()}
        create = client.chat.completions.parse
        return [await parsed(lambda: create(model="m", messages=[{"role": "user", "content": "x"}], **given))]

    assert compare(look, whole(items))


@pytest.mark.parametrize(
    "name", sorted(name for name in RESPONSES if RESPONSES[name][0][-1]["type"].endswith("completed"))
)
def test_a_response_is_parsed_to_the_same(name: str) -> None:
    items, arguments = RESPONSES[name]
    body = json.dumps(items[-1]["response"]).encode("utf-8")

    async def look(client: Any) -> Any:
        given = {key: value(is_ours(client)) if key == "tools" else value for key, value in arguments.items()}
        return [await parsed(lambda: client.responses.parse(model="m", input="x", **given))]

    assert compare(look, forever(REQUEST, answer(body, "200 OK", "Content-Type: application/json")))


def random_chunks(dice: random.Random) -> Items:
    """Return the chunks of a completion of one to three choices, mixed: texts, JSON, refusals, calls."""
    items, streams = [], []
    for index in range(dice.choice([1, 1, 2, 3])):
        items.append(chunk({"role": "assistant", "content": dice.choice(["", None, "h"])}, index=index))
        own = []
        kind = dice.choice(["text", "json", "refusal", "calls", "text and calls"])
        with_logprobs = dice.random() < 0.3
        for token in dice.choices(["a", "bc ", " é"], k=dice.randrange(4)) if "text" in kind else ():
            probable = {"content": [logprob(token)], "refusal": None} if with_logprobs else None
            own.append(chunk({"content": token}, index=index, logprobs=probable))
        for piece in cut(dice, '{"a": "x y", "b": [1, 23]}') if kind == "json" else ():
            own.append(chunk({"content": piece}, index=index))
        for _ in range(2 if kind == "refusal" else 0):
            probable = {"content": None, "refusal": [logprob("no ")]} if with_logprobs else None
            own.append(chunk({"refusal": "no "}, index=index, logprobs=probable))
        for number in range(dice.randrange(1, 3) if "calls" in kind else 0):
            function = {"name": dice.choice(["lookup", "other", "unknown"]), "arguments": ""}
            begin = {"index": number, "id": "call", "type": "function", "function": function}
            own.append(chunk({"tool_calls": [begin]}, index=index))
            for piece in cut(dice, '{"q": [1, 2]}'):
                own.append(chunk({"tool_calls": [{"index": number, "function": {"arguments": piece}}]}, index=index))
        own.append(
            chunk({}, dice.choice(["stop", "stop", "tool_calls", "length", "content_filter", None]), index=index)
        )
        streams.append(own)
    while any(streams):
        items.append(dice.choice([own for own in streams if own]).pop(0))
    return items


def cut(dice: random.Random, text: str) -> List[str]:
    """Return a text in pieces."""
    pieces = []
    while text:
        size = dice.randrange(1, 6)
        pieces.append(text[:size])
        text = text[size:]
    return pieces


def told(state: Any, items: Any) -> Any:
    """Return what a state tells of chunks, and the class of the error that it ends with."""
    seen: List[Any] = []
    try:
        for item in items:
            seen += [plain(event) for event in state.handle_chunk(item)]
        return seen, plain(state.get_final_completion()), ""
    except ValueError:
        return seen, None, "no JSON"
    except (openai.OpenAIError, package.OpenAIError) as error:
        return seen, None, type(error).__name__


@pytest.mark.parametrize("seed", range(200))
def test_random_chunks_tell_the_same(seed: int) -> None:
    from openai._models import construct_type
    from openai.lib.streaming.chat import ChatCompletionStreamState
    from openai.types.chat import ChatCompletionChunk

    dice = random.Random(seed)
    items = random_chunks(dice)
    given: Any = {} if dice.random() < 0.6 else {"response_format": Plan}
    if dice.random() < 0.5:
        given["input_tools"] = [STRICT, LOOSE]
    copies = [construct_type(type_=ChatCompletionChunk, value=json.loads(json.dumps(item))) for item in items]
    theirs, mine = (
        told(ChatCompletionStreamState(**given), copies),
        told(package.ChatCompletionStreamState(**given), items),
    )
    if theirs[2] == "no JSON":
        # Ours goes on until the content is whole.
        assert mine[0][: len(theirs[0])] == theirs[0]
    else:
        assert mine == theirs
