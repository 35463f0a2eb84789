# SPDX-License-Identifier: MIT
"""Functions and types as tools, the tool-calling loop over real sockets, sync and async, and flows."""

from __future__ import annotations

import asyncio
import dataclasses
import functools
import json
from typing import Any, Dict, List, Optional

import pytest

from . import load, package
from .raw_server import REQUEST, RawServer, respond

MESSAGES = [{"role": "user", "content": "Weather in Bonn?"}]


def weather(city: str, days: Optional[int] = None, unit: str = "C") -> str:
    """Tell the weather
    of a town.

    It is mostly right.

    Args:
        city: The town,
            in English.
        days (int): How many days ahead.
        unit: C or F.

    Returns:
        text: The weather.
    """
    return "{} {} {}".format(city, days, unit)


def test_a_function_becomes_a_tool() -> None:
    tool = package.function_tool(weather)
    assert tool["type"] == "function"
    function = tool["function"]
    assert (function["name"], function["description"], function["strict"]) == (
        "weather",
        "Tell the weather of a town.",
        True,
    )
    assert function["parameters"]["required"] == ["city", "days", "unit"]
    assert function["parameters"]["properties"] == {
        "city": {"type": "string", "description": "The town, in English."},
        "days": {"anyOf": [{"type": "integer"}, {"type": "null"}], "description": "How many days ahead."},
        "unit": {"anyOf": [{"type": "string"}, {"type": "null"}], "description": "C or F."},
    }
    assert tool.for_responses() == {"type": "function", **function}
    assert json.loads(json.dumps(tool)) == tool
    assert package.function_tool(tool) is tool


def test_a_tool_is_called_with_json_arguments() -> None:
    tool = package.function_tool(weather, name="other", description="what")
    assert tool["function"]["name"] == "other"
    assert tool["function"]["description"] == "what"
    assert tool.call('{"city": "Bonn", "days": 3, "unit": "F"}') == "Bonn 3 F"
    assert tool.call('{"city": "Bonn", "days": null, "unit": null}') == "Bonn None C"
    for text in ('{"days": 1}', '{"city": 1}', '{"city": "x", "more": 1}', "[]", "no"):
        with pytest.raises(package.ParseError):
            tool.call(text)


@dataclasses.dataclass
class Step:
    """One step."""

    text: str


def run_step(step: Step, others: List[Step]) -> List[Step]:
    return [step, *others]


def numpy_like(x: int) -> None:
    """Do it.

    Parameters
    ----------
    x : int
        The number.
    """


def rest_like(x: int) -> None:
    """Do it.

    :param int x: The number.
    """


def test_parameters_can_be_types_and_any_docstring_style_is_parsed() -> None:
    tool = package.function_tool(run_step)
    assert tool.call('{"step": {"text": "a"}, "others": [{"text": "b"}]}') == [Step("a"), Step("b")]
    assert tool["function"]["parameters"]["$defs"]["Step"]["description"] == "One step."
    for function in (numpy_like, rest_like):
        properties = package.function_tool(function)["function"]["parameters"]["properties"]
        assert properties == {"x": {"type": "integer", "description": "The number."}}


def untyped(x):  # type: ignore[no-untyped-def]
    return x


def many(*numbers: int) -> None:
    pass


def named(**numbers: int) -> None:
    pass


def free(x: Dict[str, int]) -> None:
    pass


@pytest.mark.parametrize(
    "function, message",
    [
        (untyped, "untyped.x: has no type annotation"),
        (many, "many.numbers: strict mode needs"),
        (named, "named.numbers: strict mode needs"),
        (free, "free.x: strict mode does not support dicts with arbitrary keys"),
        (7, "expected a function, got 7"),
        (Step, "expected a function"),
    ],
)
def test_functions_without_a_schema_are_rejected_with_the_parameter(function: Any, message: str) -> None:
    with pytest.raises(package.ArgumentError, match=message):
        package.function_tool(function)


def test_types_become_tools() -> None:
    tool = package.pydantic_function_tool(Step)
    assert list(tool["function"]) == ["name", "strict", "parameters", "description"]
    assert tool["function"].model is Step
    flat = package.pydantic_responses_function_tool(Step, name="go", defer_loading=True)
    assert (flat["type"], flat["name"], flat["defer_loading"], flat.model) == ("function", "go", True, Step)


def served(*bodies: Any) -> Any:
    """Return a server that responds with these bodies, one per request."""
    steps = [
        step
        for body in bodies
        for step in (REQUEST, respond(json.dumps(body).encode("utf-8"), "200 OK", "Content-Type: application/json"))
    ]
    return RawServer(*steps)


def chat(text: Optional[str], *calls: Any) -> Any:
    tool_calls = [
        {"id": "call_{}".format(index), "type": "function", "function": {"name": name, "arguments": arguments}}
        for index, (name, arguments) in enumerate(calls)
    ]
    message = {"role": "assistant", "content": text, **({"tool_calls": tool_calls} if tool_calls else {})}
    return {
        "id": "c",
        "object": "chat.completion",
        "choices": [{"index": 0, "finish_reason": "stop", "message": message}],
    }


def client(url: str) -> Any:
    return package.OpenAI(api_key="k", base_url=url, environment=False, max_retries=0)


def broken(city: str) -> str:
    """Fail."""
    raise RuntimeError("no " + city)


def test_a_chat_continues_until_no_function_is_called() -> None:
    tool_calls = (
        ("weather", '{"city": "Bonn", "days": null, "unit": null}'),
        ("broken", '{"city": "x"}'),
        ("nobody", "{}"),
        ("weather", "{}"),
    )
    with served(chat(None, *tool_calls), chat("Sunny.")) as server, client(server.url) as sync:
        messages = list(MESSAGES)
        run = sync.chat.completions.run_tools(model="m", messages=messages, functions=[weather, broken], temperature=0)
        first, second = [json.loads(request.body) for request in server.requests]
    assert messages == MESSAGES
    assert (run.turns, run.final.choices[0].message.content) == (2, "Sunny.")
    assert [tool["function"]["name"] for tool in first["tools"]] == ["weather", "broken"]
    assert first["temperature"] == second["temperature"] == 0
    outputs = {
        message["tool_call_id"]: message["content"] for message in second["messages"] if message["role"] == "tool"
    }
    assert outputs["call_0"] == "Bonn None C"
    assert outputs["call_1"] == "Error: no x"
    assert outputs["call_2"] == "Error: unknown function 'nobody'; expected one of weather, broken"
    assert outputs["call_3"].startswith("Error: $: the argument 'city' of weather is missing")
    assert [message["role"] for message in run.messages] == [
        "user",
        "assistant",
        "tool",
        "tool",
        "tool",
        "tool",
        "assistant",
    ]


def test_errors_can_be_raised_and_turns_are_limited() -> None:
    with served(chat(None, ("broken", '{"city": "x"}'))) as server, client(server.url) as sync:
        with pytest.raises(RuntimeError, match="no x"):
            sync.chat.completions.run_tools(model="m", messages=MESSAGES, functions=[broken], on_error="raise")
    asks = chat(None, ("weather", '{"city": "Bonn", "days": 1, "unit": "C"}'))
    with served(asks, asks, asks) as server, client(server.url) as sync:
        with pytest.raises(package.MaxTurnsExceeded, match="after 2 turns") as caught:
            sync.chat.completions.run_tools(model="m", messages=MESSAGES, functions=[weather], max_turns=2)
        assert len(server.requests) == 2
    assert len(caught.value.run.messages) == 5


def test_wrong_arguments_are_rejected_before_the_request() -> None:
    async def later(city: str) -> str:
        """Tell it later."""
        return city

    with client("http://127.0.0.1:9") as sync:
        run = sync.chat.completions.run_tools
        for options, message in (
            ({"functions": [later]}, "later is async; use AsyncOpenAI"),
            ({"functions": [weather, weather]}, "duplicate name 'weather'"),
            ({"functions": [weather], "max_turns": 0}, "max_turns"),
            ({"functions": [weather], "on_error": "ignore"}, "on_error"),
        ):
            with pytest.raises(package.ArgumentError, match=message):
                run(model="m", messages=MESSAGES, **options)


def response(response_id: str, *output: Any) -> Any:
    return {"id": response_id, "object": "response", "output": list(output)}


CALL = {
    "id": "fc",
    "type": "function_call",
    "call_id": "c1",
    "name": "weather",
    "arguments": '{"city": "Bonn", "days": 1, "unit": "C"}',
}
MESSAGE = {
    "id": "m",
    "type": "message",
    "role": "assistant",
    "content": [{"type": "output_text", "text": "Sunny.", "annotations": []}],
}
OUTPUT = {"type": "function_call_output", "call_id": "c1", "output": "Bonn 1 C"}


@pytest.mark.parametrize("store", [None, False])
def test_responses_continue_the_previous_one_or_resend_all_items(store: Any) -> None:
    options = {} if store is None else {"store": store}
    with served(response("r1", CALL), response("r2", MESSAGE)) as server, client(server.url) as sync:
        run = sync.responses.run_tools(model="m", input="Weather?", functions=[weather], **options)
        first, second = [json.loads(request.body) for request in server.requests]
    assert run.final.output_text == "Sunny."
    assert first["tools"][0]["name"] == "weather"
    if store is None:
        assert (second["previous_response_id"], second["input"]) == ("r1", [OUTPUT])
    else:
        assert "previous_response_id" not in second
        assert second["input"] == [{"role": "user", "content": "Weather?"}, CALL, OUTPUT]
    assert run.input[-1] == MESSAGE


def test_async_functions_are_awaited() -> None:
    async def later(city: str) -> Dict[str, str]:
        """Tell it later."""
        await asyncio.sleep(0)
        return {"city": city}

    async def main(url: str) -> Any:
        async with package.AsyncOpenAI(api_key="k", base_url=url, environment=False) as aclient:
            return await aclient.chat.completions.run_tools(model="m", messages=MESSAGES, functions=[later])

    with served(chat(None, ("later", '{"city": "Bonn"}')), chat("Sunny.")) as server:
        run = asyncio.run(main(server.url))
        second = json.loads(server.requests[1].body)
    assert second["messages"][-1]["content"] == '{"city":"Bonn"}'
    assert run.turns == 2


@pytest.mark.parametrize("choice", ["required", {"type": "function", "function": {"name": "weather"}}, "auto"])
def test_a_forced_tool_choice_is_reset_after_the_first_turn(choice: Any) -> None:
    asks = chat(None, ("weather", '{"city": "Bonn", "days": 1, "unit": "C"}'))
    with served(asks, chat("Sunny.")) as server, client(server.url) as sync:
        sync.chat.completions.run_tools(model="m", messages=MESSAGES, functions=[weather], tool_choice=choice)
        first, second = [json.loads(request.body).get("tool_choice") for request in server.requests]
    assert first == choice
    assert second == ("auto" if choice == "auto" else None)


def test_a_conversation_needs_no_previous_response_id() -> None:
    with served(response("r1", CALL), response("r2", MESSAGE)) as server, client(server.url) as sync:
        sync.responses.run_tools(model="m", input="Weather?", functions=[weather], conversation="conv_1")
        second = json.loads(server.requests[1].body)
    assert second["input"] == [OUTPUT]
    assert "previous_response_id" not in second


def loose(names: Dict[str, int], thing: Any, more: dict = {}) -> Any:  # type: ignore[type-arg]  # noqa: B006
    """Take anything."""
    return [names, thing, more]


def test_tools_that_are_not_strict_accept_any_parameter_type() -> None:
    tool = package.function_tool(loose, strict=False)
    parameters = tool["function"]["parameters"]
    assert tool["function"]["strict"] is False
    assert parameters["required"] == ["names", "thing"]
    assert parameters["properties"]["names"] == {"type": "object", "additionalProperties": {"type": "integer"}}
    assert parameters["properties"]["thing"] == {}
    assert tool.call('{"names": {"a": 1}, "thing": [null]}') == [{"a": 1}, [None], {}]
    with pytest.raises(package.ParseError, match=r"\$.names.a: expected an integer"):
        tool.call('{"names": {"a": "x"}, "thing": 1}')


class Town:
    def weather(self, days: int) -> str:
        """Tell the weather here."""
        return "day {}".format(days)

    def __call__(self, days: int) -> str:
        return self.weather(days)


def test_methods_partials_and_callable_objects_become_tools() -> None:
    assert package.function_tool(Town().weather).call('{"days": 1}') == "day 1"
    assert package.function_tool(Town(), name="town").call('{"days": 2}') == "day 2"
    some = functools.partial(weather, "Bonn")
    tool = package.function_tool(some, name="bonn", description="Tell it of Bonn.")
    assert list(tool["function"]["parameters"]["properties"]) == ["days", "unit"]
    assert tool.call("{}") == "Bonn None C"


FLOW = load("helpers.flow")


def test_a_flow_can_be_run_by_hand_and_by_both_runners() -> None:
    def flow() -> Any:
        first = yield lambda: 3
        yield FLOW.Sleep(0)
        many = yield FLOW.Gather([lambda index=index: index * first for index in range(7)], 3)
        return many

    generator = flow()
    assert next(generator)() == 3
    assert generator.send(3) == FLOW.Sleep(0)
    expected = [index * 3 for index in range(7)]
    assert FLOW.run_flow_sync(flow()) == asyncio.run(FLOW.run_flow_async(flow())) == expected


@pytest.mark.parametrize("is_async", [False, True])
def test_the_first_failure_cancels_steps_that_have_not_started(is_async: bool) -> None:
    started = []

    def step(index: int) -> Any:
        started.append(index)
        if index == 1:
            raise RuntimeError("no")
        return index

    def flow() -> Any:
        try:
            yield FLOW.Gather([lambda index=index: step(index) for index in range(50)], 1)
        except RuntimeError:
            return "failed"

    result = asyncio.run(FLOW.run_flow_async(flow())) if is_async else FLOW.run_flow_sync(flow())
    assert (result, started) == ("failed", [0, 1])
