# SPDX-License-Identifier: MIT
"""Modules of the official layout that other programs import from, and what their functions do."""

from __future__ import annotations

import datetime
import importlib
import inspect
import typing
from typing import Any, Dict, List, Literal, Optional, Union

import pytest

from . import load, package

modules = load("compat.modules")
types = package.types
LIBRARIES = [name for name in ("httpx", "httpx2") if importlib.util.find_spec(name)]  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", sorted(modules.MODULES))
def test_a_module_has_every_name_that_is_listed(name: str) -> None:
    module = load(name)
    assert module.__name__ == package.__name__ + "." + name
    for listed in modules.names_in(name):
        assert getattr(module, listed) is getattr(load(modules.names_in(name)[listed]), listed)
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        module.nothing  # noqa: B018


COMPLETION = {"id": "c", "choices": [{"index": 0, "message": {"role": "assistant", "content": "x"}}]}
MESSAGE = {"type": "message", "id": "m", "content": [], "role": "assistant", "status": "completed"}
CALL = {"type": "function_call", "call_id": "c", "name": "f", "arguments": "{}"}


@pytest.mark.parametrize(
    "type_, value, expected",
    [
        (types.chat.ChatCompletion, COMPLETION, types.chat.ChatCompletion),
        (Optional[types.chat.ChatCompletion], COMPLETION, types.chat.ChatCompletion),
        (types.responses.ResponseOutputItem, MESSAGE, types.responses.ResponseOutputMessage),
        (types.responses.ResponseOutputItem, CALL, types.responses.ResponseFunctionToolCall),
        (types.responses.ResponseOutputItem, {"type": "of_tomorrow", "x": 1}, load("results.models").UnknownModel),
        (types.responses.ResponseStreamEvent, {"type": "error"}, types.responses.ResponseErrorEvent),
        (float, 3, float),
        (datetime.datetime, "2020-01-02T03:04:05Z", datetime.datetime),
        (Optional[datetime.date], "2020-01-02", datetime.date),
        (datetime.date, "tomorrow", str),
        (int, "three", str),
        (types.chat.ChatCompletion, "no object", str),
        (types.chat.ChatCompletion, None, type(None)),
    ],
)
def test_construct_type(type_: Any, value: Any, expected: Any) -> None:
    construct_type = load("_models").construct_type
    assert type(construct_type(type_=type_, value=value)) is expected
    assert type(load("_models").construct_type_unchecked(type_=type_, value=value)) is expected
    assert [type(item) for item in construct_type(type_=List[type_], value=[value])] == [expected]  # type: ignore
    assert type(construct_type(type_=Dict[str, type_], value={"k": value})["k"]) is expected  # type: ignore


class Dog(package.BaseModel):  # type: ignore[misc,name-defined]
    kind: Literal["dog"]
    born: Optional[datetime.date] = None


class Cat(package.BaseModel):  # type: ignore[misc,name-defined]
    kind: Literal["cat"]
    lives: float = 9
    friends: List[Union[Dog, "Cat"]] = []  # noqa: RUF012


@pytest.mark.parametrize(
    "type_, value, expected",
    [
        (Union[Dog, Cat], {"kind": "dog", "born": "2020-01-02"}, (Dog, "born", datetime.date(2020, 1, 2))),
        (Union[Dog, Cat], {"kind": "cat", "lives": 7}, (Cat, "lives", 7.0)),
        (Union[str, Cat], {"kind": "cat"}, (Cat, "kind", "cat")),
        (Union[str, Dog, List[Cat]], {"kind": "dog"}, (Dog, "kind", "dog")),
    ],
)
def test_members_of_unions_are_told_apart_by_their_literals(type_: Any, value: Any, expected: Any) -> None:
    models = load("_models")
    built = models.construct_type(type_=type_, value=value)
    assert (type(built), getattr(built, expected[1])) == (expected[0], expected[2])
    assert type(getattr(built, expected[1])) is type(expected[2])
    assert type(models.validate_type(type_=type_, value=value)) is expected[0]
    assert type(models.validate_type(type_=List[type_], value=[value])[0]) is expected[0]  # type: ignore[valid-type]


@pytest.mark.parametrize("value", [3, [3], {"kind": 3}])
def test_values_that_fit_no_member_are_refused_by_validation_alone(value: Any) -> None:
    models = load("_models")
    with pytest.raises(ValueError):
        models.validate_type(type_=Union[Dog, Literal["a"], Dict[str, str]], value=value)
    assert models.construct_type(type_=Union[str, Literal["a"]], value=value) == value


def test_construct_type_reaches_nested_models_and_changes_nothing() -> None:
    before = repr(COMPLETION)
    completion = load("_models").construct_type(type_=types.chat.ChatCompletion, value=COMPLETION)
    assert type(completion.choices[0].message).__name__ == "ChatCompletionMessage"
    assert repr(COMPLETION) == before


@pytest.mark.parametrize(
    "array_format, expected",
    [("brackets", "a[]=1&a[]=true&b[c]=x"), ("repeat", "a=1&a=true&b[c]=x"), ("comma", "a=1,true&b[c]=x")]
    + [("indices", "a[0]=1&a[1]=true&b[c]=x")],
)
def test_query_strings(array_format: str, expected: str) -> None:
    from urllib.parse import unquote

    query = load("_qs").Querystring(array_format=array_format)
    text = query.stringify({"a": [1, True], "b": {"c": "x"}, "d": None, "e": package.NOT_GIVEN})
    assert unquote(text) == expected


def test_required_arguments_are_checked_by_the_decorator() -> None:
    required_args = load("_utils").required_args

    @required_args(["a"], ["b", "c"])
    def function(a: Any = None, *, b: Any = None, c: Any = None) -> Any:
        return a, b, c

    assert (function(1), function(b=2, c=3)) == ((1, None, None), (None, 2, 3))
    for arguments in ({}, {"b": 1}):
        with pytest.raises(TypeError, match="Missing required arguments; Expected either"):
            function(**arguments)


def test_given_values() -> None:
    utils = load("_utils")
    assert [utils.is_given(value) for value in (0, None, package.NOT_GIVEN, package.omit)] == [True, True, False, False]
    assert utils.strip_not_given({"a": 1, "b": package.NOT_GIVEN}) == {"a": 1}


def test_request_options_leave_out_what_is_not_given() -> None:
    make_request_options = load("_base_client").make_request_options
    assert make_request_options() == {}
    assert make_request_options(
        query={"a": 1}, extra_query={"b": 2}, extra_headers={"X": "y"}, extra_body={"c": 3}, timeout=None
    ) == {"params": {"a": 1, "b": 2}, "headers": {"X": "y"}, "extra_json": {"c": 3}, "timeout": None}


def test_a_completion_is_parsed_by_hand() -> None:
    parsing = load("lib._parsing")

    class Answer(typing.NamedTuple):
        text: str

    completion = types.chat.ChatCompletion.construct(
        id="c",
        choices=[{"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": '{"text":"x"}'}}],
    )
    parsed = parsing.parse_chat_completion(response_format=Answer, input_tools=package.omit, chat_completion=completion)
    assert parsed.choices[0].message.parsed == Answer("x")
    assert type(completion) is types.chat.ChatCompletion
    assert parsing.type_to_response_format_param(Answer)["json_schema"]["strict"] is True
    assert parsing.has_parseable_input(response_format=Answer)
    assert not parsing.has_parseable_input(response_format=package.omit)


@pytest.mark.skipif(not LIBRARIES, reason="neither httpx nor httpx2 is installed")
@pytest.mark.parametrize("name", ["DefaultHttpxClient", "DefaultAsyncHttpxClient"])
def test_default_http_clients(name: str) -> None:
    cls = getattr(package, name)
    assert inspect.isclass(cls) and cls is getattr(package, name)

    class Own(cls):  # type: ignore[misc,valid-type]
        pass

    client = Own(base_url="https://example.com")
    assert client.follow_redirects and client.timeout.connect == 5.0 and client.timeout.read == 600.0
    assert Own(timeout=3).timeout.read == 3


@pytest.mark.parametrize(
    "name",
    [
        "lib.streaming.chat.ChatCompletionStream",
        "lib.streaming.chat.AsyncChatCompletionStreamManager",
        "lib.streaming.chat.ChatCompletionStreamState",
        "lib.streaming.chat.ContentDoneEvent",
        "lib.streaming.responses.AsyncResponseStream",
        "lib.streaming.responses.ResponseStreamManager",
        "lib.streaming.responses.ResponseStreamState",
        "lib.streaming.AssistantStreamManager",
        "lib.streaming.AsyncAssistantStreamManager",
        "_response.APIResponse",
        "_streaming.Stream",
    ],
)
def test_generic_classes_are_subscriptable(name: str) -> None:
    module, _, class_name = name.rpartition(".")
    cls = getattr(load(module), class_name)
    alias = cls[int]
    assert alias.__origin__ is cls and alias.__args__ == (int,)
    assert Optional[alias].__args__[0] == alias
