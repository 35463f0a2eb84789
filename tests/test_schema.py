# SPDX-License-Identifier: MIT
"""Types as strict JSON schemas: what they become, and what is refused with its place."""

from __future__ import annotations

import dataclasses
import datetime
import decimal
import enum
import json
import uuid
from typing import Any, Dict, FrozenSet, List, NamedTuple, NewType, Optional, Sequence, Set, Tuple, Union

import pytest

from . import load, package

try:
    from typing import Literal, TypedDict
except ImportError:  # pragma: no cover
    from typing_extensions import Literal, TypedDict

SCHEMA = load("helpers.schema")
UserId = NewType("UserId", int)


class Colour(enum.Enum):
    """A choice of words."""

    RED = "red"
    BLUE = "blue"


class Point(NamedTuple):
    x: float
    y: Optional[float] = None


class Place(TypedDict):
    """Where."""

    name: str
    at: Point


@dataclasses.dataclass
class Node:
    """A tree."""

    value: int
    children: List["Node"]
    parent: Optional["Node"] = None


@dataclasses.dataclass
class Everything:
    text: str
    whole: int
    number: float
    flag: bool
    nothing: None
    user: UserId
    colour: Colour
    word: Literal["a", "b"]
    mixed: Literal["a", 1, None]
    either: Union[int, str]
    maybe: Optional[str]
    words: List[str]
    some: Sequence[int]
    unique: Set[str]
    frozen: FrozenSet[str]
    row: Tuple[int, ...]
    when: datetime.datetime
    day: datetime.date
    hour: datetime.time
    key: uuid.UUID
    price: decimal.Decimal
    tree: Node
    place: Place
    described: int = dataclasses.field(metadata={"description": "the one"})


STRING = {"type": "string"}
WANTED: Dict[str, Any] = {
    "text": STRING,
    "whole": {"type": "integer"},
    "number": {"type": "number"},
    "flag": {"type": "boolean"},
    "nothing": {"type": "null"},
    "user": {"type": "integer"},
    "colour": {"type": "string", "enum": ["red", "blue"]},
    "word": {"type": "string", "enum": ["a", "b"]},
    "mixed": {"type": ["string", "integer", "null"], "enum": ["a", 1, None]},
    "either": {"anyOf": [{"type": "integer"}, STRING]},
    "maybe": {"anyOf": [STRING, {"type": "null"}]},
    "words": {"type": "array", "items": STRING},
    "some": {"type": "array", "items": {"type": "integer"}},
    "unique": {"type": "array", "items": STRING},
    "frozen": {"type": "array", "items": STRING},
    "row": {"type": "array", "items": {"type": "integer"}},
    "when": {"type": "string", "format": "date-time"},
    "day": {"type": "string", "format": "date"},
    "hour": {"type": "string", "format": "time"},
    "key": {"type": "string", "format": "uuid"},
    "price": STRING,
    "tree": {"$ref": "#/$defs/Node"},
    "place": {"$ref": "#/$defs/Place"},
    "described": {"type": "integer", "description": "the one"},
}


@pytest.mark.parametrize("name", sorted(WANTED))
def test_what_a_type_becomes(name: str) -> None:
    assert SCHEMA.to_strict_json_schema(Everything)["properties"][name] == WANTED[name]


def test_objects_are_closed_all_fields_required_and_docstrings_told() -> None:
    schema = SCHEMA.to_strict_json_schema(Everything)
    assert schema["required"] == [field.name for field in dataclasses.fields(Everything)]
    assert schema["additionalProperties"] is False
    assert "description" not in schema  # the docstring that dataclasses make up is nobody's word
    assert set(schema["$defs"]) == {"Node", "Place", "Point"}
    assert schema["$defs"]["Place"]["description"] == "Where."
    assert schema["$defs"]["Point"]["required"] == ["x", "y"]


def test_a_type_that_contains_itself_refers_to_itself() -> None:
    schema = SCHEMA.to_strict_json_schema(Node)
    assert schema["properties"]["children"] == {"type": "array", "items": {"$ref": "#"}}
    assert schema["properties"]["parent"] == {"anyOf": [{"$ref": "#"}, {"type": "null"}]}
    assert json.dumps(schema)


def test_each_schema_is_a_dict_of_its_own() -> None:
    SCHEMA.to_strict_json_schema(Node)["properties"].clear()
    assert SCHEMA.to_strict_json_schema(Node)["properties"]


def test_a_description_beside_a_reference_takes_its_place() -> None:
    annotated = pytest.importorskip("typing_extensions").Annotated

    @dataclasses.dataclass
    class Trip:
        end: Any

    Trip.__annotations__["end"] = annotated[Place, "where it ends"]
    schema = SCHEMA.to_strict_json_schema(Trip)["properties"]["end"]
    assert schema["description"] == "where it ends"
    assert schema["type"] == "object"
    assert "$ref" not in schema


@dataclasses.dataclass
class Free:
    extra: Dict[str, str]


@dataclasses.dataclass
class Default:
    count: int = 3


@dataclasses.dataclass
class Made:
    words: List[str] = dataclasses.field(default_factory=list)


@dataclasses.dataclass
class Bare:
    words: list  # type: ignore[type-arg]


@dataclasses.dataclass
class Anything:
    thing: Any


class Loose(TypedDict, total=False):
    name: str


@dataclasses.dataclass
class Deep:
    items: List[List[Free]]


@dataclasses.dataclass
class Fixed:
    pair: Tuple[int, str]


@dataclasses.dataclass
class Strange:
    number: complex


@dataclasses.dataclass
class Unknown:
    other: "Nowhere"  # type: ignore[name-defined]  # noqa: F821


class Untold(enum.Enum):
    A = (1, 2)


@dataclasses.dataclass
class Tuples:
    choice: Untold


@pytest.mark.parametrize(
    "kind, message",
    [
        (Free, "^Free.extra: a dict with free names"),
        (Default, "^Default.count: it has a default.*Optional"),
        (Made, "^Made.words: it has a default"),
        (Bare, r"^Bare.words: a list needs to say.*List\[str\]"),
        (Anything, "^Anything.thing: anything at all"),
        (Loose, "^Loose.name: it may be left out"),
        (Deep, "^Free.extra"),
        (Fixed, "^Fixed.pair: strict mode has no tuples"),
        (Strange, "^Strange.number: complex"),
        (Unknown, "^Unknown: its annotations can't be read.*Nowhere"),
        (Tuples, r"^Tuples.choice: \(1, 2\)"),
        (int, "^int: the root must be"),
        (List[int], "the root must be"),
        (Union[Node, Place], "the root must be"),
        (Optional[Node], "the root must be"),
        ({"anyOf": [{"type": "object", "properties": {}}]}, "^response: the root must be an object"),
        ({"type": "array", "items": {}}, "the root must be an object"),
        ({"title": "T", "type": "object", "properties": {"a": {"type": "object"}}}, "^T.a: a dict with free names"),
        ({"type": "object", "properties": {"a": {"type": "string", "default": "x"}}}, "^response.a: it has a default"),
        ({"type": "object", "properties": {"a": {"items": {"default": 1}}}}, r"^response.a\[\]: it has a default"),
        ({"type": "object", "properties": {}, "additionalProperties": True}, "a dict with free names"),
        ({"type": "object", "properties": {"a": {"$ref": "#/$defs/No", "description": "x"}}}, "refers to nothing"),
    ],
)
def test_what_strict_mode_cannot_express_is_refused_with_its_place(kind: Any, message: str) -> None:
    with pytest.raises(package.SchemaError, match=message) as caught:
        SCHEMA.to_strict_json_schema(kind)
    assert isinstance(caught.value, TypeError)


def test_a_schema_as_a_dict_becomes_strict_and_stays_as_it_was() -> None:
    mine = {
        "type": "object",
        "properties": {
            "a": {"type": "string", "default": None},
            "b": {"allOf": [{"$ref": "#/definitions/B"}]},
            "c": {"$ref": "#/definitions/B", "description": "c"},
        },
        "required": ["a"],
        "definitions": {"B": {"type": "object", "properties": {"x": {"type": "integer"}}}},
    }
    before = json.dumps(mine)
    schema = SCHEMA.to_strict_json_schema(mine)
    assert json.dumps(mine) == before
    assert schema["required"] == ["a", "b", "c"]
    assert schema["properties"]["a"] == {"type": "string"}
    assert schema["properties"]["b"] == {"$ref": "#/definitions/B"}
    inner = {
        "type": "object",
        "properties": {"x": {"type": "integer"}},
        "additionalProperties": False,
        "required": ["x"],
    }
    assert schema["properties"]["c"] == {**inner, "description": "c"}
    assert schema["definitions"]["B"] == inner


@pytest.mark.parametrize(
    "kind, name",
    [(Node, "Node"), ({"title": "My place!"}, "My_place_"), ({}, "response"), (type("Ä" * 99, (), {}), "_" * 64)],
)
def test_names_are_what_the_api_takes(kind: Any, name: str) -> None:
    assert load("helpers.type_info").schema_name(kind) == name


def test_a_described_reference_to_what_it_stands_in_stays_one() -> None:
    schema = SCHEMA.to_strict_json_schema({"type": "object", "properties": {"a": {"$ref": "#", "description": "x"}}})
    assert schema["properties"]["a"] == {"description": "x", "anyOf": [{"$ref": "#"}]}
    node = {"type": "object", "properties": {"next": {"$ref": "#/$defs/N", "description": "x"}}}
    whole = {"type": "object", "properties": {"n": {"$ref": "#/$defs/N"}}, "$defs": {"N": node}}
    inner = SCHEMA.to_strict_json_schema(whole)["$defs"]["N"]["properties"]["next"]
    assert inner == {"description": "x", "anyOf": [{"$ref": "#/$defs/N"}]}
