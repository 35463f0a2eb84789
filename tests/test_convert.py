# SPDX-License-Identifier: MIT
"""JSON converted to instances of types; errors name the path of the value that does not fit."""

from __future__ import annotations

import dataclasses
import datetime
import decimal
import json
import pickle
import uuid
from typing import Any, List, NamedTuple, Optional, Union

import pytest

from . import load, package
from .test_schema import Colour, Everything, Node, Place, Point

convert = load("helpers.convert")

SENT = {
    "text": "a", "whole": 3.0, "number": 2, "flag": True, "nothing": None, "user": 7, "colour": "red", "word": "b",
    "mixed": 1, "either": "x", "maybe": None, "words": ["w"], "some": [1], "unique": ["u"], "frozen": ["f"],
    "row": [1, 2], "when": "2024-01-02T03:04:05Z", "day": "2024-01-02", "hour": "03:04:05",
    "key": "12345678-1234-5678-1234-567812345678", "price": "1.50",
    "tree": {"value": 1, "children": [{"value": 2, "children": [], "parent": None}], "parent": None},
    "place": {"name": "Bonn", "at": {"x": 1, "y": None}}, "described": 5,
}  # fmt: skip


def test_json_is_converted_to_an_instance() -> None:
    result = convert.parse_json_as(Everything, json.dumps(SENT))
    assert result == Everything(
        text="a", whole=3, number=2.0, flag=True, nothing=None, user=7, colour=Colour.RED, word="b", mixed=1,
        either="x", maybe=None, words=["w"], some=[1], unique={"u"}, frozen=frozenset("f"), row=(1, 2),
        when=datetime.datetime(2024, 1, 2, 3, 4, 5, tzinfo=datetime.timezone.utc), day=datetime.date(2024, 1, 2),
        hour=datetime.time(3, 4, 5), key=uuid.UUID("12345678-1234-5678-1234-567812345678"),
        price=decimal.Decimal("1.50"), tree=Node(1, [Node(2, [])]), place={"name": "Bonn", "at": Point(1.0)},
        described=5,
    )  # type: ignore[typeddict-item]  # fmt: skip
    assert type(result.number) is float
    assert type(result.whole) is int


@pytest.mark.parametrize(
    "change, path, message",
    [
        ({"text": 1}, "$.text", "expected a string, got 1"),
        ({"whole": True}, "$.whole", "expected an integer, got True"),
        ({"whole": 1.5}, "$.whole", "expected an integer"),
        ({"number": "1"}, "$.number", "expected a number"),
        ({"flag": 1}, "$.flag", "expected a boolean"),
        ({"nothing": 0}, "$.nothing", "expected null"),
        ({"colour": "green"}, "$.colour", "expected one of 'red', 'blue', got 'green'"),
        ({"word": "c"}, "$.word", "expected one of 'a', 'b'"),
        ({"mixed": True}, "$.mixed", "expected one of"),
        ({"either": None}, "$.either", "expected an integer or a string"),
        ({"words": "w"}, "$.words", "expected an array"),
        ({"words": ["a", 2]}, "$.words[1]", "expected a string"),
        ({"when": "yesterday"}, "$.when", "expected text of a datetime"),
        ({"key": "x"}, "$.key", "expected text of a UUID"),
        ({"price": "much"}, "$.price", "expected text of a Decimal"),
        ({"tree": {"value": 1}}, "$.tree", "the field 'children' of Node is missing"),
        (
            {"tree": {"value": 1, "children": [{"value": "x", "children": []}]}},
            "$.tree.children[0].value",
            "an integer",
        ),
        ({"place": {"name": "x", "at": {"x": 1, "z": 2}}}, "$.place.at", "Point has no field 'z'"),
        ({"place": []}, "$.place", "expected an object with the fields of Place"),
        ({"text": ["x" * 500]}, "$.text", "…$"),
    ],
)
def test_an_error_names_the_path_of_the_value_that_does_not_fit(change: Any, path: str, message: str) -> None:
    with pytest.raises(package.ParseError, match=message) as caught:
        convert.parse_json_as(Everything, json.dumps({**SENT, **change}))
    assert caught.value.path == path
    assert str(caught.value).startswith(path + ": ")
    assert isinstance(caught.value, (ValueError, package.OpenAIError))
    copy = pickle.loads(pickle.dumps(caught.value))
    assert (str(copy), copy.path) == (str(caught.value), path)


@pytest.mark.parametrize("text", ["", "x", '{"name": "a', "[" * 100000])
def test_invalid_json_is_a_parse_error(text: str) -> None:
    for type_ in (Place, {"type": "object"}):
        with pytest.raises(package.ParseError, match="invalid JSON"):
            convert.parse_json_as(type_, text)


class Cat(NamedTuple):
    meows: int


class Dog(NamedTuple):
    barks: int


@dataclasses.dataclass
class Owner:
    pet: Union[Cat, Dog]
    pets: Optional[List[Union[Cat, Dog]]] = None


def test_a_union_uses_the_member_that_fits_and_the_error_of_the_closest() -> None:
    assert convert.parse_json_as(Owner, '{"pet": {"barks": 3}}') == Owner(Dog(3))
    assert convert.parse_json_as(Owner, '{"pet": {"meows": 1}, "pets": [{"barks": 1}]}') == Owner(Cat(1), [Dog(1)])
    with pytest.raises(package.ParseError) as caught:
        convert.parse_json_as(Owner, '{"pet": {"barks": "loud"}}')
    assert caught.value.path == "$.pet.barks"


@dataclasses.dataclass
class Even:
    number: int

    def __post_init__(self) -> None:
        if self.number % 2:
            raise ValueError("it is odd")


def test_the_error_of_a_type_that_validates_itself_is_included() -> None:
    assert convert.parse_json_as(Even, '{"number": 2}') == Even(2)
    with pytest.raises(package.ParseError, match=r"\$: Even rejected the value: it is odd"):
        convert.parse_json_as(Even, '{"number": 3}')


def test_a_schema_returns_plain_values() -> None:
    assert convert.parse_json_as({"type": "object"}, '{"a": [1]}') == {"a": [1]}
