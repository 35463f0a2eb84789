# SPDX-License-Identifier: MIT
"""Functions and types as tools, and the loop that calls them; over real sockets, sync and async."""

from __future__ import annotations

import asyncio
import dataclasses
import functools
import json
from typing import Any, Dict, List, Optional

import pytest

from . import load, package
from .raw_server import REQUEST, RawServer, answer

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


def test_a_function_says_what_it_is() -> None:
    tool = package.function_tool(weather)
    assert tool["type"] == "function"
    said = tool["function"]
    assert (said["name"], said["description"], said["strict"]) == ("weather", "Tell the weather of a town.", True)
    assert said["parameters"]["required"] == ["city", "days", "unit"]
    assert said["parameters"]["properties"] == {
        "city": {"type": "string", "description": "The town, in English."},
        "days": {"anyOf": [{"type": "integer"}, {"type": "null"}], "description": "How many days ahead."},
        "unit": {"anyOf": [{"type": "string"}, {"type": "null"}], "description": "C or F."},
    }
    assert tool.for_responses() == {"type": "function", **said}
    assert json.loads(json.dumps(tool)) == tool
    assert package.function_tool(tool) is tool


def test_it_is_called_with_what_the_model_wrote() -> None:
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


def test_parameters_can_be_types_and_are_described_in_any_style() -> None:
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
def test_functions_that_cannot_be_told_are_refused_with_the_parameter(function: Any, message: str) -> None:
    with pytest.raises(package.ArgumentError, match=message):
        package.function_tool(function)


def test_types_are_tools_too() -> None:
    tool = package.pydantic_function_tool(Step)
    assert list(tool["function"]) == ["name", "strict", "parameters", "description"]
    assert tool["function"].model is Step
    flat = package.pydantic_responses_function_tool(Step, name="go", defer_loading=True)
    assert (flat["type"], flat["name"], flat["defer_loading"], flat.model) == ("function", "go", True, Step)


def served(*bodies: Any) -> Any:
    """Return a server that answers one after the other."""
    steps = [
        step
        for body in bodies
        for step in (REQUEST, answer(json.dumps(body).encode("utf-8"), "200 OK", "Content-Type: application/json"))
    ]
    return RawServer(*steps)


def chat(text: Optional[str], *calls: Any) -> Any:
    made = [
        {"id": "call_{}".format(place), "type": "function", "function": {"name": name, "arguments": arguments}}
        for place, (name, arguments) in enumerate(calls)
    ]
    message = {"role": "assistant", "content": text, **({"tool_calls": made} if made else {})}
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


def test_a_chat_goes_on_until_nothing_is_called() -> None:
    asked = (
        ("weather", '{"city": "Bonn", "days": null, "unit": null}'),
        ("broken", '{"city": "x"}'),
        ("nobody", "{}"),
        ("weather", "{}"),
    )
    with served(chat(None, *asked), chat("Sunny.")) as server, client(server.url) as sync:
        given = list(MESSAGES)
        run = sync.chat.completions.run_tools(model="m", messages=given, functions=[weather, broken], temperature=0)
        first, second = [json.loads(request.body) for request in server.requests]
    assert given == MESSAGES
    assert (run.turns, run.final.choices[0].message.content) == (2, "Sunny.")
    assert [tool["function"]["name"] for tool in first["tools"]] == ["weather", "broken"]
    assert first["temperature"] == second["temperature"] == 0
    told = {message["tool_call_id"]: message["content"] for message in second["messages"] if message["role"] == "tool"}
    assert told["call_0"] == "Bonn None C"
    assert told["call_1"] == "Error: no x"
    assert told["call_2"] == "Error: there is no function 'nobody'; there are weather, broken"
    assert told["call_3"].startswith("Error: $: the argument 'city' of weather is missing")
    assert [message["role"] for message in run.messages] == [
        "user",
        "assistant",
        "tool",
        "tool",
        "tool",
        "tool",
        "assistant",
    ]


def test_errors_can_be_raised_and_turns_are_bounded() -> None:
    with served(chat(None, ("broken", '{"city": "x"}'))) as server, client(server.url) as sync:
        with pytest.raises(RuntimeError, match="no x"):
            sync.chat.completions.run_tools(model="m", messages=MESSAGES, functions=[broken], on_error="raise")
    asks = chat(None, ("weather", '{"city": "Bonn", "days": 1, "unit": "C"}'))
    with served(asks, asks, asks) as server, client(server.url) as sync:
        with pytest.raises(package.MaxTurnsExceeded, match="after 2 turns") as caught:
            sync.chat.completions.run_tools(model="m", messages=MESSAGES, functions=[weather], max_turns=2)
        assert len(server.requests) == 2
    assert len(caught.value.run.messages) == 5


def test_what_cannot_run_is_refused_before_anything_is_sent() -> None:
    async def later(city: str) -> str:
        """Tell it later."""
        return city

    with client("http://127.0.0.1:9") as sync:
        run = sync.chat.completions.run_tools
        for given, message in (
            ({"functions": [later]}, "later is async; that needs AsyncOpenAI"),
            ({"functions": [weather, weather]}, "two of the name 'weather'"),
            ({"functions": [weather], "max_turns": 0}, "max_turns"),
            ({"functions": [weather], "on_error": "ignore"}, "on_error"),
        ):
            with pytest.raises(package.ArgumentError, match=message):
                run(model="m", messages=MESSAGES, **given)


def response(identity: str, *output: Any) -> Any:
    return {"id": identity, "object": "response", "output": list(output)}


CALL = {
    "id": "fc",
    "type": "function_call",
    "call_id": "c1",
    "name": "weather",
    "arguments": '{"city": "Bonn", "days": 1, "unit": "C"}',
}
SAID = {
    "id": "m",
    "type": "message",
    "role": "assistant",
    "content": [{"type": "output_text", "text": "Sunny.", "annotations": []}],
}
OUTPUT = {"type": "function_call_output", "call_id": "c1", "output": "Bonn 1 C"}


@pytest.mark.parametrize("store", [None, False])
def test_responses_go_on_from_the_one_before_or_carry_all_along(store: Any) -> None:
    given = {} if store is None else {"store": store}
    with served(response("r1", CALL), response("r2", SAID)) as server, client(server.url) as sync:
        run = sync.responses.run_tools(model="m", input="Weather?", functions=[weather], **given)
        first, second = [json.loads(request.body) for request in server.requests]
    assert run.final.output_text == "Sunny."
    assert first["tools"][0]["name"] == "weather"
    if store is None:
        assert (second["previous_response_id"], second["input"]) == ("r1", [OUTPUT])
    else:
        assert "previous_response_id" not in second
        assert second["input"] == [{"role": "user", "content": "Weather?"}, CALL, OUTPUT]
    assert run.input[-1] == SAID


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
def test_a_call_is_forced_once(choice: Any) -> None:
    asks = chat(None, ("weather", '{"city": "Bonn", "days": 1, "unit": "C"}'))
    with served(asks, chat("Sunny.")) as server, client(server.url) as sync:
        sync.chat.completions.run_tools(model="m", messages=MESSAGES, functions=[weather], tool_choice=choice)
        first, second = [json.loads(request.body).get("tool_choice") for request in server.requests]
    assert first == choice
    assert second == ("auto" if choice == "auto" else None)


def test_a_conversation_knows_by_itself_what_was_said() -> None:
    with served(response("r1", CALL), response("r2", SAID)) as server, client(server.url) as sync:
        sync.responses.run_tools(model="m", input="Weather?", functions=[weather], conversation="conv_1")
        second = json.loads(server.requests[1].body)
    assert second["input"] == [OUTPUT]
    assert "previous_response_id" not in second


def loose(names: Dict[str, int], thing: Any, more: dict = {}) -> Any:  # type: ignore[type-arg]  # noqa: B006
    """Take anything."""
    return [names, thing, more]


def test_without_strictness_anything_can_be_an_argument() -> None:
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


def test_methods_partials_and_callables_are_functions() -> None:
    assert package.function_tool(Town().weather).call('{"days": 1}') == "day 1"
    assert package.function_tool(Town(), name="town").call('{"days": 2}') == "day 2"
    some = functools.partial(weather, "Bonn")
    tool = package.function_tool(some, name="bonn", description="Tell it of Bonn.")
    assert list(tool["function"]["parameters"]["properties"]) == ["days", "unit"]
    assert tool.call("{}") == "Bonn None C"


FLOW = load("helpers.flow")


def test_a_flow_can_be_driven_by_hand_and_by_both_drivers() -> None:
    def flow() -> Any:
        first = yield lambda: 3
        yield FLOW.Sleep(0)
        many = yield FLOW.Gather([lambda place=place: place * first for place in range(7)], 3)
        return many

    made = flow()
    assert next(made)() == 3
    assert made.send(3) == FLOW.Sleep(0)
    wanted = [place * 3 for place in range(7)]
    assert FLOW.run_flow_sync(flow()) == asyncio.run(FLOW.run_flow_async(flow())) == wanted


@pytest.mark.parametrize("is_async", [False, True])
def test_the_first_failure_of_many_stops_what_has_not_begun(is_async: bool) -> None:
    begun = []

    def step(place: int) -> Any:
        begun.append(place)
        if place == 1:
            raise RuntimeError("no")
        return place

    def flow() -> Any:
        try:
            yield FLOW.Gather([lambda place=place: step(place) for place in range(50)], 1)
        except RuntimeError:
            return "failed"

    found = asyncio.run(FLOW.run_flow_async(flow())) if is_async else FLOW.run_flow_sync(flow())
    assert (found, begun) == ("failed", [0, 1])
