# SPDX-License-Identifier: MIT
"""From JSON to instances of types, with the place of what doesn't fit."""

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

VALUES = load("helpers.convert")

SENT = {
    "text": "a", "whole": 3.0, "number": 2, "flag": True, "nothing": None, "user": 7, "colour": "red", "word": "b",
    "mixed": 1, "either": "x", "maybe": None, "words": ["w"], "some": [1], "unique": ["u"], "frozen": ["f"],
    "row": [1, 2], "when": "2024-01-02T03:04:05Z", "day": "2024-01-02", "hour": "03:04:05",
    "key": "12345678-1234-5678-1234-567812345678", "price": "1.50",
    "tree": {"value": 1, "children": [{"value": 2, "children": [], "parent": None}], "parent": None},
    "place": {"name": "Bonn", "at": {"x": 1, "y": None}}, "described": 5,
}  # fmt: skip


def test_a_whole_value_comes_back_as_an_instance() -> None:
    found = VALUES.parse_json_as(Everything, json.dumps(SENT))
    assert found == Everything(
        text="a", whole=3, number=2.0, flag=True, nothing=None, user=7, colour=Colour.RED, word="b", mixed=1,
        either="x", maybe=None, words=["w"], some=[1], unique={"u"}, frozen=frozenset("f"), row=(1, 2),
        when=datetime.datetime(2024, 1, 2, 3, 4, 5, tzinfo=datetime.timezone.utc), day=datetime.date(2024, 1, 2),
        hour=datetime.time(3, 4, 5), key=uuid.UUID("12345678-1234-5678-1234-567812345678"),
        price=decimal.Decimal("1.50"), tree=Node(1, [Node(2, [])]), place={"name": "Bonn", "at": Point(1.0)},
        described=5,
    )  # type: ignore[typeddict-item]  # fmt: skip
    assert type(found.number) is float
    assert type(found.whole) is int


@pytest.mark.parametrize(
    "change, path, message",
    [
        ({"text": 1}, "$.text", "expected a string, found 1"),
        ({"whole": True}, "$.whole", "expected an integer, found True"),
        ({"whole": 1.5}, "$.whole", "expected an integer"),
        ({"number": "1"}, "$.number", "expected a number"),
        ({"flag": 1}, "$.flag", "expected a boolean"),
        ({"nothing": 0}, "$.nothing", "expected null"),
        ({"colour": "green"}, "$.colour", "expected one of 'red', 'blue', found 'green'"),
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
def test_what_does_not_fit_is_told_with_its_path(change: Any, path: str, message: str) -> None:
    with pytest.raises(package.ParseError, match=message) as caught:
        VALUES.parse_json_as(Everything, json.dumps({**SENT, **change}))
    assert caught.value.path == path
    assert str(caught.value).startswith(path + ": ")
    assert isinstance(caught.value, (ValueError, package.OpenAIError))
    copy = pickle.loads(pickle.dumps(caught.value))
    assert (str(copy), copy.path) == (str(caught.value), path)


@pytest.mark.parametrize("text", ["", "x", '{"name": "a', "[" * 100000])
def test_what_is_no_json_is_an_error_too(text: str) -> None:
    for kind in (Place, {"type": "object"}):
        with pytest.raises(package.ParseError, match="this is no JSON"):
            VALUES.parse_json_as(kind, text)


class Cat(NamedTuple):
    meows: int


class Dog(NamedTuple):
    barks: int


@dataclasses.dataclass
class Owner:
    pet: Union[Cat, Dog]
    pets: Optional[List[Union[Cat, Dog]]] = None


def test_a_union_is_the_type_that_fits_and_its_error_of_the_closest() -> None:
    assert VALUES.parse_json_as(Owner, '{"pet": {"barks": 3}}') == Owner(Dog(3))
    assert VALUES.parse_json_as(Owner, '{"pet": {"meows": 1}, "pets": [{"barks": 1}]}') == Owner(Cat(1), [Dog(1)])
    with pytest.raises(package.ParseError) as caught:
        VALUES.parse_json_as(Owner, '{"pet": {"barks": "loud"}}')
    assert caught.value.path == "$.pet.barks"


@dataclasses.dataclass
class Even:
    number: int

    def __post_init__(self) -> None:
        if self.number % 2:
            raise ValueError("it is odd")


def test_a_type_that_checks_itself_is_heard() -> None:
    assert VALUES.parse_json_as(Even, '{"number": 2}') == Even(2)
    with pytest.raises(package.ParseError, match=r"\$: Even refuses it: it is odd"):
        VALUES.parse_json_as(Even, '{"number": 3}')


def test_a_schema_gives_plain_values() -> None:
    assert VALUES.parse_json_as({"type": "object"}, '{"a": [1]}') == {"a": [1]}
