# SPDX-License-Identifier: MIT
"""Values that JSON does not have: one conversion for JSON bodies, queries, forms, headers and ids."""

from __future__ import annotations

import array
import collections
import dataclasses
import datetime
import decimal
import enum
import io
import json
import sys
import unittest.mock
import uuid
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Any, ClassVar, Iterator, List, NamedTuple
from urllib.parse import parse_qsl

import pytest

from . import load, package
from .test_multipart import parse_parts

jsonable = load("call.jsonable")
encode_json = load("call.json_body").encode_json
encode_query = load("call.url").encode_query
encode_segment = load("call.url").encode_segment
check_header_value = load("call.header_validation").check_header_value
Multipart = load("call.multipart").Multipart
errors = load("call.errors")


class Color(enum.Enum):
    RED = "red"
    COUNT = 3
    SHARE = decimal.Decimal("0.5")


class Level(str, enum.Enum):
    HIGH = "high"


class Size(enum.IntEnum):
    L = 3


class Ratio(float, enum.Enum):
    HALF = 0.5


class Shouting(str):
    """Text whose str() is something else."""

    def __str__(self) -> str:
        return self.upper()


@dataclasses.dataclass
class Point:
    x: Any
    y: Any = None
    unit: ClassVar[str] = "m"


class Pair(NamedTuple):
    a: Any
    b: Any


class DType:
    def __init__(self, kind: str) -> None:
        self.kind = kind


class Array:
    """An array or scalar like numpy's; for datetimes, `tolist` gives integers as numpy's does for nanoseconds."""

    def __init__(self, items: Any, kind: str = "f") -> None:
        self.items = items
        self.dtype = DType(kind)

    def tolist(self) -> Any:
        return 1_767_225_600_000_000_000 if self.dtype.kind == "M" else self.items

    def astype(self, type_: Any) -> Array:
        return Array(self.items, "U")

    def __ne__(self, other: object) -> Any:
        return Array(self.items == "NaT", "b")

    def any(self) -> Any:
        return self.items

    def __iter__(self) -> Iterator[Any]:
        raise TypeError("iteration over a 0-d array")


class Scalar:
    """A scalar of a library that has `item` only."""

    def item(self) -> float:
        return 0.25


class Model:
    """A pydantic model."""

    __api_exclude__ = None

    def __init__(self, **fields: Any) -> None:
        self.values = fields

    def model_dump(self, **options: Any) -> Any:
        assert options == {"mode": "json", "exclude_unset": True, "by_alias": True}
        return self.values


class OldModel:
    """A model of pydantic 1: iterable, and without a JSON mode."""

    __fields__ = {"a": None}

    def dict(self, exclude_unset: bool, by_alias: bool) -> Any:
        return {"a": datetime.date(2026, 1, 2)}

    def __iter__(self) -> Iterator[Any]:
        return iter([("a", 1)])


UTC = datetime.timezone.utc
# Value, and what it is in JSON. In queries and forms it is the same as text.
SCALARS = [
    ("text", "text"),
    (Shouting("text"), "text"),
    (True, True),
    (7, 7),
    (-0.5, -0.5),
    (1e22, 1e22),
    (Color.RED, "red"),
    (Color.COUNT, 3),
    (Color.SHARE, 0.5),
    (Level.HIGH, "high"),
    (Size.L, 3),
    (Ratio.HALF, 0.5),
    (datetime.date(2026, 8, 21), "2026-08-21"),
    (datetime.datetime(2026, 8, 21, 12, 0, 1, 5, tzinfo=UTC), "2026-08-21T12:00:01.000005+00:00"),
    (datetime.time(23, 59), "23:59:00"),
    (decimal.Decimal("0.7"), 0.7),
    (decimal.Decimal("-12.50"), -12.5),
    (decimal.Decimal("1E+3"), 1000),
    (uuid.UUID(int=7), "00000000-0000-0000-0000-000000000007"),
    (Array(0.5), 0.5),
    (Array("2026-01-01T00:00:00.000000000", "M"), "2026-01-01T00:00:00.000000000"),
    (Scalar(), 0.25),
]
PATH = PurePosixPath("a/b.txt")  # a file in forms
CONTAINERS = [
    ([Color.RED, 1, None], ["red", 1, None]),
    ((Color.RED, [datetime.date(2026, 1, 2)]), ["red", ["2026-01-02"]]),
    ({"a": {"b": Level.HIGH}}, {"a": {"b": "high"}}),
    ({Color.RED: 1, Level.HIGH: 2, Size.L: 3, 4: 5}, {"red": 1, "high": 2, "3": 3, "4": 5}),
    (Point(1, Point(Color.RED, [2])), {"x": 1, "y": {"x": "red", "y": [2]}}),
    (Point(package.NOT_GIVEN, package.omit), {}),
    (Pair(1, Color.RED), [1, "red"]),
    (Model(a=1, b=[2]), {"a": 1, "b": [2]}),
    (OldModel(), {"a": "2026-01-02"}),
    (MappingProxyType({"a": Color.RED}), {"a": "red"}),
    (collections.OrderedDict([("b", 1), ("a", 2)]), {"b": 1, "a": 2}),
    (Array([[1, 2], [3, 4]]), [[1, 2], [3, 4]]),
    (array.array("i", [1, 2]), [1, 2]),
    (collections.deque([1, Color.RED]), [1, "red"]),
    (range(3), [0, 1, 2]),
    ({"a": 1}.keys(), ["a"]),
    ({"a": 1}.values(), [1]),
    ({"a": [1, package.NOT_GIVEN, 2], "b": package.omit}, {"a": [1, 2]}),
]


def as_text(value: Any) -> str:
    """Return a JSON scalar as the text that queries and forms have."""
    return value if isinstance(value, str) else json.dumps(value)


def flatten(name: str, value: Any) -> List[Any]:
    """Return the fields of a JSON value in a query or form."""
    if isinstance(value, dict):
        return [field for key in value for field in flatten("{}[{}]".format(name, key), value[key])]
    if isinstance(value, list):
        return [field for item in value for field in flatten(name + "[]", item)]
    return [] if value is None else [(name, as_text(value))]


@pytest.mark.parametrize(("value", "expected"), [*SCALARS, (PATH, "a/b.txt")])
def test_a_scalar_is_the_same_everywhere(value: Any, expected: Any) -> None:
    assert json.loads(encode_json({"a": [{"b": value}]})) == {"a": [{"b": expected}]}
    assert json.loads(encode_json(value)) == expected
    assert parse_qsl(encode_query({"q": value, "r": [value]})) == [("q", as_text(expected)), ("r[]", as_text(expected))]
    if value is not PATH:
        form = Multipart({"f": value, "g": {"h": value}})
        assert [(part.name, part.content.decode()) for part in parse_parts(form)] == [
            ("f", as_text(expected)),
            ("g[h]", as_text(expected)),
        ]
    if isinstance(expected, str):
        assert check_header_value("X-Name", value) == expected
        assert check_header_value("X-Name", value).encode() == expected.encode()
    if isinstance(expected, (str, int)) and not isinstance(expected, bool):
        assert encode_segment("file_id", value) == encode_segment("file_id", expected)


@pytest.mark.parametrize(("value", "expected"), CONTAINERS)
def test_a_container_is_the_same_everywhere(value: Any, expected: Any) -> None:
    assert json.loads(encode_json({"a": value})) == {"a": expected}
    assert parse_qsl(encode_query({"q": value})) == flatten("q", expected)
    form = Multipart({"f": value, "last": 1})
    assert [(part.name, part.content.decode()) for part in parse_parts(form)] == [
        *flatten("f", expected),
        ("last", "1"),
    ]


def test_an_iterator_is_read_once_whatever_else_needs_conversion() -> None:
    messages = ({"role": role, "name": package.NOT_GIVEN} for role in ("system", "user"))
    body = {"user": package.NOT_GIVEN, "messages": messages, "when": datetime.date(2026, 1, 2)}
    assert json.loads(encode_json(body)) == {
        "messages": [{"role": "system"}, {"role": "user"}],
        "when": "2026-01-02",
    }
    assert parse_qsl(encode_query({"q": (item for item in (1, Color.RED))})) == [("q[]", "1"), ("q[]", "red")]


def test_files_in_any_container_of_a_form_are_files() -> None:
    form = Multipart({"f": (file for file in (b"1", io.BytesIO(b"2"))), "p": Point(b"3")})
    assert [(part.name, part.filename, part.content) for part in parse_parts(form)] == [
        ("f[]", "upload", b"1"),
        ("f[]", "upload", b"2"),
        ("p[x]", "upload", b"3"),
    ]


class Waits:
    def __await__(self) -> Any:
        raise NotImplementedError


class Breaks:
    def model_dump(self, **options: Any) -> Any:
        raise RuntimeError("broken {model}")


class NotATime:
    """NaT of pandas."""

    def isoformat(self) -> str:
        return "NaT"

    def __ne__(self, other: object) -> bool:
        return True

    def __repr__(self) -> str:
        return "NaT"


REFUSED = [
    ({1}, "set cannot be represented in {}; it has no order: pass a list"),
    (frozenset(), "frozenset cannot be represented in {}; it has no order: pass a list"),
    (float("nan"), "nan cannot be represented in {}"),
    (float("-inf"), "-inf cannot be represented in {}"),
    (decimal.Decimal("NaN"), "NaN cannot be represented in {}"),
    (decimal.Decimal("sNaN"), "sNaN cannot be represented in {}"),
    (decimal.Decimal("Infinity"), "Infinity cannot be represented in {}"),
    (decimal.Decimal("1E+999999"), "1E+999999 cannot be represented in {}"),
    (decimal.Decimal("0.12345678901234567891"), "0.12345678901234567891 has more digits than a number in {} can have"),
    (Array("NaT", "M"), "NaT cannot be represented in {}"),
    (Array(5, "m"), "Array cannot be represented in {}; pass numbers of seconds"),
    (Array(float("nan")), "nan cannot be represented in {}"),
    (NotATime(), "NaT cannot be represented in {}"),
    (datetime.timedelta(1), "timedelta cannot be represented in {}; pass a number of seconds"),
    (10**5000, "the integer has more than 4300 digits"),
    (1j, "complex cannot be represented in {}"),
    ("\udfff", "the text contains a lone surrogate, which is not valid Unicode"),
    (Color, "EnumMeta cannot be represented in {}" if sys.version_info < (3, 11) else "EnumType cannot be represented"),
    (Point, "type cannot be represented in {}"),
    (object(), "object cannot be represented in {}"),
    (len, "builtin_function_or_method cannot be represented in {}"),
    (Waits(), "Waits cannot be represented in {}; await it first"),
    (Breaks(), "cannot convert Breaks: broken {{model}}"),
    (unittest.mock.Mock(), "Mock cannot be represented in {}"),
    (unittest.mock.MagicMock(), "MagicMock cannot be represented in {}"),
    ({(1, 2): 3}, "tuple cannot be the key of a JSON object"),
]
FILES = [
    (b"png", "bytes cannot be represented in {}; encode it first, for example as base64"),
    (memoryview(b"png"), "memoryview cannot be represented in {}; encode it first, for example as base64"),
    (io.StringIO("x"), "StringIO cannot be represented in {}; read it first"),
]


@pytest.mark.parametrize(
    ("value", "problem"), REFUSED + FILES, ids=[type(value).__name__ for value, _ in REFUSED + FILES]
)
def test_a_value_that_cannot_be_sent_is_refused_with_its_path(value: Any, problem: str) -> None:
    with pytest.raises(errors.BodyError) as caught:
        encode_json({"messages": [{"content": Point([value])}]})
    assert str(caught.value).startswith("messages[0].content.x[0]: " + problem.format("JSON"))
    assert str(caught.value).endswith("; nothing was sent")
    with pytest.raises(errors.ArgumentError) as caught:
        encode_query({"filter": {"ids": Point([value])}})
    if value != "\udfff":
        assert str(caught.value).startswith("filter[ids][x][]: " + problem.format("a query"))
    assert "filter[ids][x][]" in str(caught.value)
    # A mock has a method `read`, so it is a file in a form.
    if not any(value is item for item, _ in FILES) and not isinstance(value, unittest.mock.NonCallableMock):
        with pytest.raises(errors.ArgumentError) as caught:
            Multipart({"filter": {"ids": Point([value])}})
        assert "filter[ids][x][]: " in str(caught.value)


def test_an_open_file_is_not_read_for_a_json_body() -> None:
    file = io.BytesIO(b"content")
    with pytest.raises(errors.BodyError, match="image: BytesIO cannot be represented in JSON; read it first"):
        encode_json({"image": file})
    assert file.tell() == 0


def test_exception_of_the_callers_generator_passes_through() -> None:
    def messages() -> Iterator[Any]:
        yield {"role": "user"}
        raise LookupError("no more")

    with pytest.raises(LookupError, match="no more"):
        encode_json({"messages": messages()})


def test_arguments_are_not_changed() -> None:
    inner = [Color.RED, package.NOT_GIVEN]
    body = {"a": inner, "b": Point(inner), Color.COUNT: 1}
    encode_json(body)
    encode_query({"q": body})
    assert body == {"a": inner, "b": Point(inner), Color.COUNT: 1}
    assert inner == [Color.RED, package.NOT_GIVEN]


def test_plain_bodies_and_queries_do_not_load_the_conversion() -> None:
    from .test_architecture import PACKAGE, run

    code = "import {0}.call.json_body as body, {0}.call.url as url\n"
    code += "body.encode_json({{'a': [1, 2.5, None, True, 'é', {{'b': ()}}]}})\n"
    code += "url.encode_query({{'limit': 5, 'after': 'é', 'order': None}})\n"
    code += "print('{0}.call.jsonable' in sys.modules)"
    assert run(code.format(PACKAGE)) == "False"


def test_results_with_values_of_the_users_types_are_written_as_json() -> None:
    value = load("results.objects").APIObject(parsed=Point(Color.RED, [datetime.date(2026, 1, 2)]))
    assert value.to_dict() == {"parsed": {"x": Color.RED, "y": [datetime.date(2026, 1, 2)]}}
    assert json.loads(value.to_json()) == json.loads(value.model_dump_json()) == {
        "parsed": {"x": "red", "y": ["2026-01-02"]}
    }  # fmt: skip
    assert load("helpers.run_tools").as_text(Point(Color.RED, None)) == '{"x":"red","y":null}'
