# SPDX-License-Identifier: MIT
"""Models of pydantic, where it is installed: their schemas, instances of them back; never imported by us."""

from __future__ import annotations

import enum
import json
import subprocess
import sys
from typing import Any, List, Optional, Union

import pytest

from . import PACKAGE, load, package

pydantic = pytest.importorskip("pydantic")
SCHEMA, VALUES = load("helpers.schema"), load("helpers.convert")
IS_SECOND = hasattr(pydantic, "TypeAdapter")


class Colour(enum.Enum):
    RED = "red"


class Step(pydantic.BaseModel):  # type: ignore[misc]
    """One step."""

    text: str = pydantic.Field(description="what to do")
    number: Optional[int] = None


class Plan(pydantic.BaseModel):  # type: ignore[misc]
    steps: List[Step]
    first: Step = pydantic.Field(description="to begin with")
    colour: Colour
    either: Union[int, Step]


def test_a_model_is_told_and_read_by_its_own_means() -> None:
    schema = SCHEMA.to_strict_json_schema(Step)
    assert schema["required"] == ["text", "number"]
    assert schema["additionalProperties"] is False
    assert VALUES.parse_json_as(Step, '{"text": "a"}') == Step(text="a")
    with pytest.raises(pydantic.ValidationError):
        VALUES.parse_json_as(Step, '{"number": 1}')


def test_fields_with_defaults_and_free_dicts_are_refused() -> None:
    class Counted(pydantic.BaseModel):  # type: ignore[misc]
        count: int = 3

    class Free(pydantic.BaseModel):  # type: ignore[misc]
        extra: dict  # type: ignore[type-arg]

    for kind, place in ((Counted, "Counted.count"), (Free, "Free.extra")):
        with pytest.raises(package.SchemaError, match=place):
            SCHEMA.to_strict_json_schema(kind)


@pytest.mark.skipif(not IS_SECOND, reason="its dataclasses tell of themselves from version 2 on")
def test_its_dataclasses_are_told_too() -> None:
    @pydantic.dataclasses.dataclass
    class Point:
        x: int

    assert SCHEMA.to_strict_json_schema(Point)["required"] == ["x"]
    assert VALUES.parse_json_as(Point, '{"x": 1}') == Point(1)


def test_the_official_package_says_the_same() -> None:
    openai = pytest.importorskip("openai")
    to_strict = pytest.importorskip("openai.lib._pydantic").to_strict_json_schema
    for kind in (Step, Plan):
        assert json.dumps(SCHEMA.to_strict_json_schema(kind)) == json.dumps(to_strict(kind))
        for make in ("pydantic_function_tool", "pydantic_responses_function_tool"):
            for given in ({}, {"name": "other", "description": "what"}):
                ours, theirs = (getattr(each, make)(kind, **given) for each in (package, openai))
                assert json.dumps(ours) == json.dumps(theirs)


def test_it_is_never_imported_by_us() -> None:
    code = (
        "import sys, dataclasses, {0}\n"
        "from {0}.helpers import convert, schema, tools, structured_output, run_tools, chat_stream, response_stream\n"
        "made = dataclasses.make_dataclass('Made', [('a', int)])\n"
        "schema.to_strict_json_schema(made)\n"
        "convert.parse_json_as(made, '{{\"a\": 1}}'); tools.pydantic_function_tool(made)\n"
        "assert 'pydantic' not in sys.modules\n"
    ).format(PACKAGE)
    done: Any = subprocess.run([sys.executable, "-c", code], stderr=subprocess.PIPE, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
