# SPDX-License-Identifier: MIT
"""JSON bodies: what is written, and that what cannot be is refused with its place, before anything is sent."""

from __future__ import annotations

import datetime
import enum
import json
from types import MappingProxyType

import pytest

from . import load

body = load("call.json_body")
BodyError = load("call.errors").BodyError
APIObject = load("results.objects").APIObject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Color(enum.Enum):
    RED = "red"


class Size(enum.IntEnum):
    L = 3


class Model:
    """What modelling libraries have: a method that gives the content."""

    def model_dump(self, **options: Any) -> dict[str, Any]:
        return {"options": options}


class Mapping:
    """A mapping that is no dict."""

    def keys(self) -> list[str]:
        return ["a"]

    def __getitem__(self, key: str) -> int:
        return 1


@pytest.mark.parametrize(
    "value, written",
    [
        ({"a": [1, 2.5, True, None, "x"]}, '{"a":[1,2.5,true,null,"x"]}'),
        ({"é": "漢\U0001f600"}, '{"é":"漢\U0001f600"}'),
        ({1: "int", None: "null", False: "bool"}, '{"1":"int","null":"null","false":"bool"}'),
        ((1, 2), "[1,2]"),
        (None, "null"),
        (APIObject(a=APIObject(b=1)), '{"a":{"b":1}}'),
        (datetime.date(2026, 8, 21), '"2026-08-21"'),
        (datetime.datetime(2026, 8, 21, 12, tzinfo=datetime.timezone.utc), '"2026-08-21T12:00:00+00:00"'),
        (Color.RED, '"red"'),
        (Size.L, "3"),
        (MappingProxyType({"a": 1}), '{"a":1}'),
        (Mapping(), '{"a":1}'),
        ({5}, "[5]"),
        (frozenset({5}), "[5]"),
        ((n for n in (1, 2)), "[1,2]"),
        (iter([1]), "[1]"),
        (map(str, [1]), '["1"]'),
        ({"deep": [{"date": datetime.date(2026, 1, 2)}]}, '{"deep":[{"date":"2026-01-02"}]}'),
        (Model(), '{"options":{"mode":"json","exclude_unset":true}}'),
    ],
)
def test_values_are_written_compactly_as_utf8(value: Any, written: str) -> None:
    assert body.encode_json(value) == written.encode()


def test_what_was_answered_can_be_sent_again() -> None:
    answer = load("results.objects").parse_json('{"choices": [{"message": {"role": "assistant", "content": "hi"}}]}')
    sent = body.encode_json({"messages": [answer.choices[0].message]})
    assert json.loads(sent) == {"messages": [{"role": "assistant", "content": "hi"}]}


class Odd:
    """Something that JSON has nothing for."""


@pytest.mark.parametrize(
    "value, said",
    [
        ({"a": Odd()}, "a: Odd cannot be written as JSON"),
        ({"messages": [{"role": "user"}, {"content": Odd()}]}, "messages[1].content: Odd cannot be written as JSON"),
        ({"a": ({"b": Odd},)}, "a[0].b: type cannot be written as JSON"),
        ({"image": b"png"}, "image: bytes cannot be written as JSON; encode it first, as base64 for instance"),
        ([bytearray()], "[0]: bytearray cannot be written as JSON; encode it first, as base64 for instance"),
        (Odd(), "body: Odd cannot be written as JSON"),
        ({"t": float("nan")}, "t: nan is not a number that JSON has"),
        ({"t": [0.5, float("inf")]}, "t[1]: inf is not a number that JSON has"),
        ({"t": -float("inf")}, "t: -inf is not a number that JSON has"),
        ({"a": "x\ud800"}, "a: the text holds half of a surrogate pair, which is not valid Unicode"),
        ({"a": {"\ud800": 1}}, "a: the text holds half of a surrogate pair, which is not valid Unicode"),
        ({"a": {(1, 2): 3}}, "a: tuple cannot be the name of a field"),
        ({b"a": 1}, "body: bytes cannot be the name of a field"),
        ({datetime.date(2026, 1, 1): 1}, "body: date cannot be the name of a field"),
        ({"a": {float("nan"): 1}}, "a: nan is not a number that JSON has"),
        ({"a": {1.5, Odd}}, "body: type is not JSON"),
        ({"model": Model}, "model: type cannot be written as JSON"),
    ],
)
def test_what_json_cannot_carry_is_told_with_its_place(value: Any, said: str) -> None:
    with pytest.raises(BodyError) as caught:
        body.encode_json(value)
    assert str(caught.value) == said + "; nothing was sent"
    assert isinstance(caught.value, TypeError)
    assert caught.value.__suppress_context__


def test_body_that_contains_itself_is_told() -> None:
    loop: dict[str, Any] = {"a": []}
    loop["a"].append(loop)
    with pytest.raises(BodyError, match="body: it contains itself, or is nested too deeply; nothing was sent"):
        body.encode_json(loop)


def test_body_that_is_nested_too_deeply_is_told() -> None:
    deep: list[Any] = []
    for _ in range(100_000):
        deep = [deep]
    with pytest.raises(BodyError, match="nested too deeply"):
        body.encode_json(deep)


def test_search_for_the_bad_value_ends_in_bodies_that_meet_again_and_again() -> None:
    value: Any = float("nan")
    for _ in range(90):
        value = [value, value]  # 2**90 ways to the bottom
    with pytest.raises(BodyError, match="nan is not a number"):
        body.encode_json({"a": value})
    value = [1]
    for _ in range(90):
        value = [value, value]
    with pytest.raises(BodyError, match="z: Odd cannot be written"):
        body.encode_json({"a": {float("nan")}, "z": Odd()} if not value else {"z": Odd(), "a": value})


def test_bad_value_far_down_is_told_without_its_place() -> None:
    value: Any = float("nan")
    for _ in range(150):
        value = [value]
    with pytest.raises(BodyError, match="^body: Out of range float values are not JSON compliant"):
        body.encode_json(value)


def test_extra_body_goes_over_the_body_field_by_field() -> None:
    given, extra = {"a": 1, "b": {"c": 2}}, {"b": 3, "d": None}
    assert body.merge_extra_body(given, extra) == {"a": 1, "b": 3, "d": None}
    assert (given, extra) == ({"a": 1, "b": {"c": 2}}, {"b": 3, "d": None})


@pytest.mark.parametrize("value", [[1], None, "text", b"bytes"])
def test_extra_body_needs_an_object_to_go_over(value: Any) -> None:
    with pytest.raises(BodyError, match="extra_body: the body is no JSON object"):
        body.merge_extra_body(value, {"a": 1})
