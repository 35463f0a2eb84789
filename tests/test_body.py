# SPDX-License-Identifier: MIT
"""JSON bodies: how values are encoded, and errors that name the path of a value that JSON cannot represent."""

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
    """An object with the method `model_dump`, like a pydantic model."""

    def model_dump(self, **options: Any) -> dict[str, Any]:
        return {"options": options}


class Mapping:
    """A mapping that is not a dict."""

    def keys(self) -> list[str]:
        return ["a"]

    def __getitem__(self, key: str) -> int:
        return 1


@pytest.mark.parametrize(
    "value, encoded",
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
        ((n for n in (1, 2)), "[1,2]"),
        (iter([1]), "[1]"),
        (map(str, [1]), '["1"]'),
        ({"deep": [{"date": datetime.date(2026, 1, 2)}]}, '{"deep":[{"date":"2026-01-02"}]}'),
        (Model(), '{"options":{"mode":"json","exclude_unset":true,"by_alias":true}}'),
    ],
)
def test_values_are_encoded_compactly_as_utf8(value: Any, encoded: str) -> None:
    assert body.encode_json(value) == encoded.encode()


def test_objects_of_a_result_can_be_sent() -> None:
    result = load("results.objects").parse_json('{"choices": [{"message": {"role": "assistant", "content": "hi"}}]}')
    sent = body.encode_json({"messages": [result.choices[0].message]})
    assert json.loads(sent) == {"messages": [{"role": "assistant", "content": "hi"}]}


class Odd:
    """A type that JSON cannot represent."""


@pytest.mark.parametrize(
    "value, message",
    [
        ({"a": Odd()}, "a: Odd cannot be represented in JSON"),
        (
            {"messages": [{"role": "user"}, {"content": Odd()}]},
            "messages[1].content: Odd cannot be represented in JSON",
        ),
        ({"a": ({"b": Odd},)}, "a[0].b: type cannot be represented in JSON"),
        ({"image": b"png"}, "image: bytes cannot be represented in JSON; encode it first, for example as base64"),
        ([bytearray()], "[0]: bytearray cannot be represented in JSON; encode it first, for example as base64"),
        (Odd(), "body: Odd cannot be represented in JSON"),
        ({"t": float("nan")}, "t: nan cannot be represented in JSON"),
        ({"t": [0.5, float("inf")]}, "t[1]: inf cannot be represented in JSON"),
        ({"t": -float("inf")}, "t: -inf cannot be represented in JSON"),
        ({"a": "x\ud800"}, "a: the text contains a lone surrogate, which is not valid Unicode"),
        ({"a": {"\ud800": 1}}, "a: the text contains a lone surrogate, which is not valid Unicode"),
        ({"a": {(1, 2): 3}}, "a: tuple cannot be the key of a JSON object"),
        ({b"a": 1}, "body: bytes cannot be the key of a JSON object"),
        ({datetime.date(2026, 1, 1): 1}, "body: date cannot be the key of a JSON object"),
        ({"a": {float("nan"): 1}}, "a: nan cannot be represented in JSON"),
        ({"a": iter([1.5, Odd])}, "a[1]: type cannot be represented in JSON"),
        ({"model": Model}, "model: type cannot be represented in JSON"),
    ],
)
def test_error_names_the_path_of_a_value_that_json_cannot_represent(value: Any, message: str) -> None:
    with pytest.raises(BodyError) as caught:
        body.encode_json(value)
    assert str(caught.value) == message + "; nothing was sent"
    assert isinstance(caught.value, TypeError)
    assert caught.value.__suppress_context__


def test_body_that_contains_itself_is_refused() -> None:
    loop: dict[str, Any] = {"a": []}
    loop["a"].append(loop)
    with pytest.raises(BodyError, match="body: it contains itself, or is nested too deeply; nothing was sent"):
        body.encode_json(loop)


def test_body_that_is_nested_too_deeply_is_refused() -> None:
    deep: list[Any] = []
    for _ in range(100_000):
        deep = [deep]
    with pytest.raises(BodyError, match="nested too deeply"):
        body.encode_json(deep)


def test_search_for_the_bad_value_visits_shared_lists_once() -> None:
    value: Any = float("nan")
    for _ in range(90):
        value = [value, value]  # 2**90 paths to the bottom
    with pytest.raises(BodyError, match="nan cannot be represented"):
        body.encode_json({"a": value})
    value = [1]
    for _ in range(90):
        value = [value, value]
    with pytest.raises(BodyError, match="z: Odd cannot be represented"):
        body.encode_json({"z": Odd(), "a": value})


def test_error_of_a_deeply_nested_value_shortens_its_path() -> None:
    value: Any = float("nan")
    for _ in range(150):
        value = [value]
    with pytest.raises(BodyError, match=r"^a\[0\].*\[0\]: nan cannot be represented in JSON") as caught:
        body.encode_json({"a": value})
    assert len(str(caught.value)) < 300 and "…" in str(caught.value)


def test_extra_body_replaces_fields_of_the_body() -> None:
    original, extra = {"a": 1, "b": {"c": 2}}, {"b": 3, "d": None}
    assert body.merge_extra_body(original, extra) == {"a": 1, "b": 3, "d": None}
    assert (original, extra) == ({"a": 1, "b": {"c": 2}}, {"b": 3, "d": None})


@pytest.mark.parametrize("value", [[1], None, "text", b"bytes"])
def test_extra_body_requires_a_body_that_is_an_object(value: Any) -> None:
    with pytest.raises(BodyError, match="extra_body: the body is not a JSON object"):
        body.merge_extra_body(value, {"a": 1})
