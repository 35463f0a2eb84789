# SPDX-License-Identifier: MIT
"""Structured output: types in requests and output parsed into them, over real sockets, sync and async."""

from __future__ import annotations

import asyncio
import dataclasses
import enum
import json
from typing import Any, Dict, List, Optional

import pytest

from . import package
from .raw_server import REQUEST, RawServer, forever, respond

MESSAGES = [{"role": "user", "content": "x"}]


class Colour(enum.Enum):
    """An enumeration."""

    RED = "red"
    BLUE = "blue"


@dataclasses.dataclass
class Step:
    """One step."""

    text: str
    number: Optional[int]


@dataclasses.dataclass
class Plan:
    """A nested dataclass."""

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
        forever(REQUEST, respond(json.dumps(body).encode("utf-8"), "200 OK", "Content-Type: application/json"))
    )


def client(url: str) -> Any:
    return package.OpenAI(api_key="k", base_url=url, environment=False, max_retries=0)


def parse_chat(body: Any, **options: Any) -> Any:
    """Return the parsed completion of a response body, and the body of the request."""
    with serve(body) as server, client(server.url) as sync:
        completion = sync.chat.completions.parse(model="m", messages=MESSAGES, **options)
        return completion, json.loads(server.requests[0].body)


def test_a_dataclass_becomes_a_schema_and_the_output_an_instance() -> None:
    completion, sent = parse_chat(chat({"content": PLAN}), response_format=Plan)
    assert completion.choices[0].message.parsed == VALUE
    assert type(completion).__name__ == "ParsedChatCompletion"
    response_format = sent["response_format"]
    assert response_format["type"] == "json_schema"
    assert (response_format["json_schema"]["name"], response_format["json_schema"]["strict"]) == ("Plan", True)
    schema = response_format["json_schema"]["schema"]
    assert schema["required"] == ["steps", "colour"]
    assert schema["additionalProperties"] is False
    assert sent["stream"] is False


def test_parsed_values_are_not_sent_back_but_are_in_to_dict() -> None:
    completion, _ = parse_chat(chat({"content": PLAN}), response_format=Plan)
    received = completion.choices[0].message
    assert "parsed" not in json.dumps(received)
    assert received.to_dict()["parsed"]["colour"] is Colour.RED
    with serve(chat({"content": "hi"})) as server, client(server.url) as sync:
        sync.chat.completions.create(model="m", messages=[*MESSAGES, received])
        sent = json.loads(server.requests[0].body)["messages"][1]
    assert sent == {"role": "assistant", "content": PLAN, "tool_calls": None}


def test_a_json_schema_gives_plain_values() -> None:
    schema = {"title": "Place", "type": "object", "properties": {"city": {"type": "string"}}}
    before = json.dumps(schema)
    completion, sent = parse_chat(chat({"content": '{"city": "Bonn"}'}), response_format=schema)
    assert completion.choices[0].message.parsed == {"city": "Bonn"}
    assert sent["response_format"]["json_schema"]["schema"]["additionalProperties"] is False
    assert json.dumps(schema) == before


def test_an_api_format_is_sent_unchanged_and_not_parsed() -> None:
    completion, sent = parse_chat(chat({"content": "{}"}), response_format={"type": "json_object"})
    assert sent["response_format"] == {"type": "json_object"}
    assert completion.choices[0].message.parsed is None


@pytest.mark.parametrize("message", [{"refusal": "no"}, {"content": ""}, {"content": PLAN, "refusal": "no"}])
def test_refused_and_empty_content_is_not_parsed(message: Any) -> None:
    completion, _ = parse_chat(chat(message), response_format=Plan)
    assert completion.choices[0].message.parsed is None


@pytest.mark.parametrize(
    "finish, error", [("length", "LengthFinishReasonError"), ("content_filter", "ContentFilterFinishReasonError")]
)
def test_output_that_was_cut_off_is_an_error(finish: str, error: str) -> None:
    with pytest.raises(getattr(package, error)) as caught:
        parse_chat(chat({"content": PLAN[:9]}, finish), response_format=Plan)
    assert caught.value.completion.choices[0].finish_reason == finish


@pytest.mark.parametrize("text", ["I think so", PLAN[:30], PLAN.replace("red", "green"), "[]"])
def test_output_that_does_not_match_its_type_is_an_error(text: str) -> None:
    with pytest.raises(package.ParseError):
        parse_chat(chat({"content": text}), response_format=Plan)


def call(name: str, arguments: str) -> Any:
    return {"id": "call_1", "type": "function", "function": {"name": name, "arguments": arguments}}


def test_arguments_of_tool_calls_are_parsed_into_the_types_of_the_tools() -> None:
    tools = [
        package.pydantic_function_tool(Step),
        {"type": "function", "function": {"name": "plain", "strict": True, "parameters": SCHEMA}},
    ]
    body = chat(
        {"tool_calls": [call("Step", '{"text": "a", "number": 2}'), call("plain", '{"a": 1}'), call("x", "{}")]}
    )
    completion, sent = parse_chat(body, tools=tools)
    calls = completion.choices[0].message.tool_calls
    assert [each.function.parsed_arguments for each in calls] == [Step("a", 2), {"a": 1}, None]
    assert [tool["function"]["name"] for tool in sent["tools"]] == ["Step", "plain"]
    assert "parsed_arguments" not in json.dumps(calls)


def test_a_function_is_a_tool() -> None:
    def weather(city: str) -> str:
        """Tell the weather."""
        return city

    completion, sent = parse_chat(chat({"tool_calls": [call("weather", '{"city": "Bonn"}')]}), tools=[weather])
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
def test_tools_whose_arguments_cannot_be_parsed_are_rejected_before_the_request(tool: Any, message: str) -> None:
    with client("http://127.0.0.1:9") as sync, pytest.raises(package.ArgumentError, match=message):
        sync.chat.completions.parse(model="m", messages=MESSAGES, tools=[tool])


def test_a_type_that_strict_mode_cannot_express_is_rejected_before_the_request() -> None:
    @dataclasses.dataclass
    class Loose:
        extra: Dict[str, str]

    with client("http://127.0.0.1:9") as sync:
        for call_with_loose_type in (
            lambda: sync.chat.completions.parse(model="m", messages=MESSAGES, response_format=Loose),
            lambda: sync.chat.completions.stream(model="m", messages=MESSAGES, response_format=Loose),
            lambda: sync.responses.parse(model="m", input="x", text_format=Loose),
            lambda: sync.responses.stream(model="m", input="x", text_format=Loose),
        ):
            with pytest.raises(package.SchemaError, match="extra"):
                call_with_loose_type()


def test_create_points_to_parse_for_a_type() -> None:
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
        result = sync.responses.parse(model="m", input="x", text_format=Plan, tools=tools, text={"verbosity": "low"})
        sent = json.loads(server.requests[0].body)
    assert result.output_parsed == VALUE
    assert result.output[1].content[0].parsed is None
    assert result.output[3].parsed_arguments == Step("a", 1)
    assert result.output_text == "thinking" + PLAN
    assert sent["text"]["verbosity"] == "low"
    assert list(sent["text"]["format"]) == ["type", "strict", "name", "schema"]
    assert sent["tools"][0]["name"] == "Step"
    assert result.output == items


@pytest.mark.parametrize("options, value", [({"parse_as": Step}, Step("a", 1)), ({"parse_as": None}, None)])
def test_parse_as_overrides_the_type(options: Any, value: Any) -> None:
    with serve(response(message('{"text": "a", "number": 1}'))) as server, client(server.url) as sync:
        assert sync.responses.parse(model="m", input="x", text_format=Plan, **options).output_parsed == value


def test_an_input_that_changes_the_format_requires_parse_as() -> None:
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


def refusal_message(text: str) -> Dict[str, Any]:
    return {**message(""), "content": [{"type": "refusal", "refusal": text}]}


def test_parsed_value_returns_the_value_or_raises_the_reason() -> None:
    completion, _ = parse_chat(chat({"content": PLAN}), response_format=Plan)
    assert package.parsed_value(completion) == VALUE
    for body in (chat({"refusal": "never"}), response(refusal_message("never"))):
        with pytest.raises(package.RefusalError, match="never") as caught:
            package.parsed_value(parse_body(body))
        assert caught.value.refusal == "never"
    for body in (chat({"content": ""}), {**chat({}), "choices": []}, response()):
        with pytest.raises(package.NoParsedOutputError) as empty:
            package.parsed_value(parse_body(body))
        assert empty.value.response.object == body["object"]
    assert package.parsed_value(parse_body(response(message(PLAN)))) == VALUE


def parse_body(body: Any) -> Any:
    """Return the result of `parse` for the body of a completion or response."""
    if "choices" in body:
        return parse_chat(body, response_format=Plan)[0]
    with serve(body) as server, client(server.url) as sync:
        return sync.responses.parse(model="m", input="x", text_format=Plan)


@pytest.mark.parametrize(
    "reason, error",
    [("max_output_tokens", "LengthFinishReasonError"), ("content_filter", "ContentFilterFinishReasonError")],
)
def test_a_response_that_was_cut_off_is_an_error_with_the_reason(reason: str, error: str) -> None:
    body = {**response(message(PLAN[:20])), "status": "incomplete", "incomplete_details": {"reason": reason}}
    with pytest.raises(getattr(package, error)) as caught:
        parse_body(body)
    assert caught.value.completion.id == "r"
