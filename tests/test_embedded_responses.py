# SPDX-License-Identifier: MIT
"""Responses of the embedded server, requested with the client: create, stream, parse and call tools."""

from __future__ import annotations

from typing import Any, List, NamedTuple

import pytest

from . import load, package

EmbeddedServer = load("testing").EmbeddedServer


@pytest.fixture
def client() -> Any:
    with EmbeddedServer() as server, package.OpenAI(
        api_key="k", base_url=server.base_url, environment=False, max_retries=0
    ) as client:
        yield client


def test_a_response_echoes_its_input_and_is_stored(client: Any) -> None:
    response = client.responses.create(model="gpt-4o-mini", input="Good morning")
    assert response.output_text == "Hello from the embedded server! You said: Good morning"
    assert response.usage.total_tokens > 0
    assert client.wait(response) is response
    assert client.responses.retrieve(response.id) == response


def test_a_response_is_streamed_and_replayed(client: Any) -> None:
    with client.responses.stream(model="gpt-4o-mini", input="Good morning") as stream:
        events = list(stream)
        final = stream.get_final_response()
    assert final.output_text.endswith("Good morning")
    assert [event.sequence_number for event in events] == list(range(len(events)))
    rest = list(client.responses.retrieve(final.id, stream=True, starting_after=4))
    assert [event.type for event in rest] == [event.type for event in events[5:]]
    with client.responses.stream(response_id=final.id, starting_after=4) as replay:
        assert [event.type for event in replay] == [event.type for event in events[5:]]
        assert replay.get_final_response() == final


class Recipe(NamedTuple):
    name: str
    steps: List[str]


def test_output_is_parsed_into_a_type(client: Any) -> None:
    response = client.responses.parse(model="gpt-4o-mini", input="Tea", text_format=Recipe)
    assert response.output_parsed == Recipe("embedded", ["embedded"])


def weather(city: str) -> str:
    """Tell the weather."""
    return "sunny in " + city


@pytest.mark.parametrize("family", ["responses", "chat"])
def test_functions_are_called(client: Any, family: str) -> None:
    if family == "responses":
        run = client.responses.run_tools(model="gpt-4o-mini", input="Please use the tool", functions=[weather])
        text = run.final.output_text
    else:
        messages = [{"role": "user", "content": "Please use the tool"}]
        run = client.chat.completions.run_tools(model="gpt-4o-mini", messages=messages, functions=[weather])
        text = run.final.choices[0].message.content
    assert run.turns == 2
    assert "the tool answered sunny in embedded" in text


def test_a_tool_choice_names_the_function(client: Any) -> None:
    tools = [{"type": "function", "name": name, "parameters": {"type": "object"}} for name in "ab"]
    options: Any = {"model": "m", "input": "hi", "tools": tools}
    for choice, expected in (({"type": "function", "name": "b"}, ["b"]), ("required", ["a"]), ("auto", [])):
        output = client.responses.create(**options, tool_choice=choice).output
        assert [item.name for item in output if item.type == "function_call"] == expected
    for tools in (True, 5, "x", {}):  # type: ignore[assignment]
        response = client.responses.create(**{**options, "tools": tools, "input": "use the tool"})
        assert response.output[0].type == "message"


@pytest.mark.parametrize("arguments", [{"input": []}, {"input": [7]}, {"input": 7}, {"input": "x", "model": "no-such"}])
def test_invalid_requests_are_rejected(client: Any, arguments: Any) -> None:
    with pytest.raises((package.BadRequestError, package.NotFoundError)):
        client.responses.create(**{"model": "gpt-4o-mini", **arguments})
