# SPDX-License-Identifier: MIT
"""Structured output: what a type becomes in a request, and an answer in its type; over real sockets, sync and async."""

from __future__ import annotations

import asyncio
import dataclasses
import enum
import json
from typing import Any, Dict, List, Optional

import pytest

from . import package
from .raw_server import REQUEST, RawServer, answer, forever

MESSAGES = [{"role": "user", "content": "x"}]


class Colour(enum.Enum):
    """A choice of words."""

    RED = "red"
    BLUE = "blue"


@dataclasses.dataclass
class Step:
    """One step."""

    text: str
    number: Optional[int]


@dataclasses.dataclass
class Plan:
    """What is to be done."""

    steps: List[Step]
    colour: Colour


PLAN = '{"steps": [{"text": "ä", "number": 1}, {"text": "b", "number": null}], "colour": "red"}'
VALUE = Plan([Step("ä", 1), Step("b", None)], Colour.RED)
SCHEMA = {
    "type": "object",
    "properties": {
        "steps": {"type": "array", "items": {"$ref": "#/$defs/Step"}},
        "colour": {"$ref": "#/$defs/Colour"},
    },
}


def chat(message: Any, finish: str = "stop") -> Dict[str, Any]:
    choice = {"index": 0, "finish_reason": finish, "message": {"role": "assistant", "content": None, **message}}
    return {"id": "c", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice]}


def response(*output: Any) -> Dict[str, Any]:
    return {"id": "r", "object": "response", "created_at": 1, "model": "m", "output": list(output)}


def message(text: str, **more: Any) -> Dict[str, Any]:
    part = {"type": "output_text", "text": text, "annotations": []}
    return {"id": "msg", "type": "message", "role": "assistant", "status": "completed", "content": [part], **more}


def serve(body: Any) -> Any:
    return RawServer(
        forever(REQUEST, answer(json.dumps(body).encode("utf-8"), "200 OK", "Content-Type: application/json"))
    )


def client(url: str) -> Any:
    return package.OpenAI(api_key="k", base_url=url, environment=False, max_retries=0)


def parsed(body: Any, **given: Any) -> Any:
    """Return the completion that a body is parsed into, and what was asked for."""
    with serve(body) as server, client(server.url) as sync:
        completion = sync.chat.completions.parse(model="m", messages=MESSAGES, **given)
        return completion, json.loads(server.requests[0].body)


def test_a_dataclass_becomes_a_schema_and_the_answer_an_instance() -> None:
    completion, sent = parsed(chat({"content": PLAN}), response_format=Plan)
    assert completion.choices[0].message.parsed == VALUE
    assert type(completion).__name__ == "ParsedChatCompletion"
    said = sent["response_format"]
    assert said["type"] == "json_schema"
    assert (said["json_schema"]["name"], said["json_schema"]["strict"]) == ("Plan", True)
    schema = said["json_schema"]["schema"]
    assert schema["required"] == ["steps", "colour"]
    assert schema["additionalProperties"] is False
    assert sent["stream"] is False


def test_what_was_parsed_is_not_sent_back_and_is_told_when_asked() -> None:
    completion, _ = parsed(chat({"content": PLAN}), response_format=Plan)
    said = completion.choices[0].message
    assert "parsed" not in json.dumps(said)
    assert said.to_dict()["parsed"]["colour"] is Colour.RED
    with serve(chat({"content": "hi"})) as server, client(server.url) as sync:
        sync.chat.completions.create(model="m", messages=[*MESSAGES, said])
        sent = json.loads(server.requests[0].body)["messages"][1]
    assert sent == {"role": "assistant", "content": PLAN, "tool_calls": None}


def test_a_schema_of_ones_own_gives_plain_values() -> None:
    mine = {"title": "Place", "type": "object", "properties": {"city": {"type": "string"}}}
    before = json.dumps(mine)
    completion, sent = parsed(chat({"content": '{"city": "Bonn"}'}), response_format=mine)
    assert completion.choices[0].message.parsed == {"city": "Bonn"}
    assert sent["response_format"]["json_schema"]["schema"]["additionalProperties"] is False
    assert json.dumps(mine) == before


def test_a_format_of_the_api_goes_as_it_is_and_parses_nothing() -> None:
    completion, sent = parsed(chat({"content": "{}"}), response_format={"type": "json_object"})
    assert sent["response_format"] == {"type": "json_object"}
    assert completion.choices[0].message.parsed is None


@pytest.mark.parametrize("said", [{"refusal": "no"}, {"content": ""}, {"content": PLAN, "refusal": "no"}])
def test_refused_and_empty_answers_have_nothing_parsed(said: Any) -> None:
    completion, _ = parsed(chat(said), response_format=Plan)
    assert completion.choices[0].message.parsed is None


@pytest.mark.parametrize(
    "finish, error", [("length", "LengthFinishReasonError"), ("content_filter", "ContentFilterFinishReasonError")]
)
def test_answers_that_were_cut_off_are_errors(finish: str, error: str) -> None:
    with pytest.raises(getattr(package, error)) as caught:
        parsed(chat({"content": PLAN[:9]}, finish), response_format=Plan)
    assert caught.value.completion.choices[0].finish_reason == finish


@pytest.mark.parametrize("text", ["I think so", PLAN[:30], PLAN.replace("red", "green"), "[]"])
def test_an_answer_that_is_not_of_its_type_is_an_error(text: str) -> None:
    with pytest.raises(package.ParseError):
        parsed(chat({"content": text}), response_format=Plan)


def call(name: str, arguments: str) -> Any:
    return {"id": "call_1", "type": "function", "function": {"name": name, "arguments": arguments}}


def test_calls_of_tools_are_parsed_as_their_tools_say() -> None:
    tools = [
        package.pydantic_function_tool(Step),
        {"type": "function", "function": {"name": "plain", "strict": True, "parameters": SCHEMA}},
    ]
    body = chat(
        {"tool_calls": [call("Step", '{"text": "a", "number": 2}'), call("plain", '{"a": 1}'), call("x", "{}")]}
    )
    completion, sent = parsed(body, tools=tools)
    calls = completion.choices[0].message.tool_calls
    assert [each.function.parsed_arguments for each in calls] == [Step("a", 2), {"a": 1}, None]
    assert [tool["function"]["name"] for tool in sent["tools"]] == ["Step", "plain"]
    assert "parsed_arguments" not in json.dumps(calls)


def test_a_function_is_a_tool() -> None:
    def weather(city: str) -> str:
        """Tell the weather."""
        return city

    completion, sent = parsed(chat({"tool_calls": [call("weather", '{"city": "Bonn"}')]}), tools=[weather])
    assert sent["tools"][0]["function"]["description"] == "Tell the weather."
    assert completion.choices[0].message.tool_calls[0].function.parsed_arguments == {"city": "Bonn"}


@pytest.mark.parametrize(
    "tool, message",
    [
        ({"type": "custom", "custom": {"name": "x"}}, "Currently only `function` tool types"),
        ({"type": "function", "function": {"name": "x"}}, "`x` is not strict"),
        (7, "expected a dict or a function, got int"),
    ],
)
def test_tools_whose_calls_cannot_be_parsed_are_refused_before_anything_is_sent(tool: Any, message: str) -> None:
    with client("http://127.0.0.1:9") as sync, pytest.raises(package.ArgumentError, match=message):
        sync.chat.completions.parse(model="m", messages=MESSAGES, tools=[tool])


def test_a_type_that_strict_mode_cannot_express_is_refused_before_anything_is_sent() -> None:
    @dataclasses.dataclass
    class Loose:
        extra: Dict[str, str]

    with client("http://127.0.0.1:9") as sync:
        for refuse in (
            lambda: sync.chat.completions.parse(model="m", messages=MESSAGES, response_format=Loose),
            lambda: sync.chat.completions.stream(model="m", messages=MESSAGES, response_format=Loose),
            lambda: sync.responses.parse(model="m", input="x", text_format=Loose),
            lambda: sync.responses.stream(model="m", input="x", text_format=Loose),
        ):
            with pytest.raises(package.SchemaError, match="extra"):
                refuse()


def test_create_says_where_a_type_belongs() -> None:
    with client("http://127.0.0.1:9") as sync, pytest.raises(TypeError, match="response_format.*parse"):
        sync.chat.completions.create(model="m", messages=MESSAGES, response_format=Plan)


def test_a_response_is_parsed() -> None:
    items = [
        {"id": "rs", "type": "reasoning", "summary": []},
        message("thinking", phase="commentary"),
        message(PLAN),
        {
            "id": "fc",
            "type": "function_call",
            "call_id": "c",
            "name": "Step",
            "arguments": '{"text": "a", "number": 1}',
        },
    ]
    with serve(response(*items)) as server, client(server.url) as sync:
        tools = [package.pydantic_function_tool(Step)]
        found = sync.responses.parse(model="m", input="x", text_format=Plan, tools=tools, text={"verbosity": "low"})
        sent = json.loads(server.requests[0].body)
    assert found.output_parsed == VALUE
    assert found.output[1].content[0].parsed is None
    assert found.output[3].parsed_arguments == Step("a", 1)
    assert found.output_text == "thinking" + PLAN
    assert sent["text"]["verbosity"] == "low"
    assert list(sent["text"]["format"]) == ["type", "strict", "name", "schema"]
    assert sent["tools"][0]["name"] == "Step"
    assert found.output == items


@pytest.mark.parametrize("given, value", [({"parse_as": Step}, Step("a", 1)), ({"parse_as": None}, None)])
def test_a_response_can_be_read_as_something_else(given: Any, value: Any) -> None:
    with serve(response(message('{"text": "a", "number": 1}'))) as server, client(server.url) as sync:
        assert sync.responses.parse(model="m", input="x", text_format=Plan, **given).output_parsed == value


def test_an_input_that_changes_the_format_needs_a_word_of_it() -> None:
    update = {"type": "configuration_update", "text": {"format": {"type": "json_schema", "name": "x"}}}
    with client("http://127.0.0.1:9") as sync, pytest.raises(TypeError, match="parse_as"):
        sync.responses.parse(model="m", input=[update], text_format=Plan)


def test_async_and_raw() -> None:
    async def main(url: str) -> Any:
        async with package.AsyncOpenAI(api_key="k", base_url=url, environment=False) as aclient:
            first = await aclient.chat.completions.parse(model="m", messages=MESSAGES, response_format=Plan)
            raw = await aclient.chat.completions.with_raw_response.parse(
                model="m", messages=MESSAGES, response_format=Plan
            )
            return first, raw

    with serve(chat({"content": PLAN})) as server:
        first, raw = asyncio.run(main(server.url))
        with client(server.url) as sync:
            also = sync.chat.completions.with_raw_response.parse(model="m", messages=MESSAGES, response_format=Plan)
    assert first.choices[0].message.parsed == VALUE
    assert raw.status_code == 200
    assert raw.parse().choices[0].message.parsed == also.parse().choices[0].message.parsed == VALUE


def refused(text: str) -> Dict[str, Any]:
    return {**message(""), "content": [{"type": "refusal", "refusal": text}]}


def test_who_must_have_a_value_gets_one_or_an_error_that_says_why() -> None:
    completion, _ = parsed(chat({"content": PLAN}), response_format=Plan)
    assert package.parsed_value(completion) == VALUE
    for body in (chat({"refusal": "never"}), response(refused("never"))):
        with pytest.raises(package.RefusalError, match="never") as caught:
            package.parsed_value(answered(body))
        assert caught.value.refusal == "never"
    for body in (chat({"content": ""}), {**chat({}), "choices": []}, response()):
        with pytest.raises(package.NoParsedOutputError) as empty:
            package.parsed_value(answered(body))
        assert empty.value.response.object == body["object"]
    assert package.parsed_value(answered(response(message(PLAN)))) == VALUE


def answered(body: Any) -> Any:
    """Return what `parse` makes of a completion or response."""
    if "choices" in body:
        return parsed(body, response_format=Plan)[0]
    with serve(body) as server, client(server.url) as sync:
        return sync.responses.parse(model="m", input="x", text_format=Plan)


@pytest.mark.parametrize(
    "reason, error",
    [("max_output_tokens", "LengthFinishReasonError"), ("content_filter", "ContentFilterFinishReasonError")],
)
def test_a_response_that_was_cut_off_is_an_error_that_says_so(reason: str, error: str) -> None:
    body = {**response(message(PLAN[:20])), "status": "incomplete", "incomplete_details": {"reason": reason}}
    with pytest.raises(getattr(package, error)) as caught:
        answered(body)
    assert caught.value.completion.id == "r"
