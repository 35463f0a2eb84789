# SPDX-License-Identifier: MIT
"""Pydantic models as structured output, if pydantic is installed; the package itself never imports it."""

from __future__ import annotations

import enum
import json
import subprocess
import sys
from typing import Any, Dict, Generic, List, Optional, TypeVar, Union

import pytest

from . import PACKAGE, load, package

pydantic = pytest.importorskip("pydantic")
schemas, convert = load("helpers.schema"), load("helpers.convert")
IS_VERSION_2 = hasattr(pydantic, "TypeAdapter")


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


def test_a_model_is_converted_by_its_own_methods() -> None:
    schema = schemas.to_strict_json_schema(Step)
    assert schema["required"] == ["text", "number"]
    assert schema["additionalProperties"] is False
    assert convert.parse_json_as(Step, '{"text": "a"}') == Step(text="a")
    with pytest.raises(pydantic.ValidationError):
        convert.parse_json_as(Step, '{"number": 1}')


class Counted(pydantic.BaseModel):  # type: ignore[misc]
    count: int = 3
    names: List[str] = []
    other: Optional[str] = None


class Free(pydantic.BaseModel):  # type: ignore[misc]
    extra: Dict[str, Any]


def test_what_strict_mode_does_not_support_is_sent_as_it_is() -> None:
    counted = schemas.to_strict_json_schema(Counted)
    assert counted["properties"]["count"]["default"] == 3 and counted["properties"]["names"]["default"] == []
    assert "default" not in counted["properties"]["other"] and counted["required"] == ["count", "names", "other"]
    assert schemas.to_strict_json_schema(Free)["properties"]["extra"]["type"] == "object"


@pytest.mark.skipif(not IS_VERSION_2, reason="pydantic dataclasses have a schema only from version 2 on")
def test_pydantic_dataclasses_are_converted_too() -> None:
    @pydantic.dataclasses.dataclass
    class Point:
        x: int

    assert schemas.to_strict_json_schema(Point)["required"] == ["x"]
    assert convert.parse_json_as(Point, '{"x": 1}') == Point(1)


def test_schemas_are_those_of_the_official_package() -> None:
    openai = pytest.importorskip("openai")
    to_strict = pytest.importorskip("openai.lib._pydantic").to_strict_json_schema
    for model in (Step, Plan, Counted, Free):
        assert json.dumps(schemas.to_strict_json_schema(model)) == json.dumps(to_strict(model))
        for make in ("pydantic_function_tool", "pydantic_responses_function_tool"):
            for options in ({}, {"name": "other", "description": "what"}):
                ours, theirs = (getattr(library, make)(model, **options) for library in (package, openai))
                assert json.dumps(ours) == json.dumps(theirs)


def test_the_package_never_imports_pydantic() -> None:
    code = (
        "import sys, dataclasses, {0}\n"
        "from {0}.helpers import convert, schema, tools, structured_output, run_tools, chat_stream, response_stream\n"
        "Point = dataclasses.make_dataclass('Point', [('a', int)])\n"
        "schema.to_strict_json_schema(Point)\n"
        "convert.parse_json_as(Point, '{{\"a\": 1}}'); tools.pydantic_function_tool(Point)\n"
        "assert 'pydantic' not in sys.modules\n"
    ).format(PACKAGE)
    done: Any = subprocess.run([sys.executable, "-c", code], stderr=subprocess.PIPE, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


# Generic subclasses of the package's models

T = TypeVar("T")


class Answer(package.BaseModel):  # type: ignore[misc]
    text: str


class TypedAnswer(Answer, Generic[T]):
    parsed: Optional[T] = None


class Answers(package.BaseModel):  # type: ignore[misc]
    first: Answer
    others: List[Answer]


class TypedAnswers(Answers, Generic[T]):
    first: TypedAnswer[T]
    others: List[TypedAnswer[T]]


@pytest.mark.skipif(not IS_VERSION_2, reason="needs pydantic 2")
@pytest.mark.parametrize("build", [TypedAnswers.model_validate, lambda value: TypedAnswers.construct(**value)])
def test_fields_of_generic_models_are_of_their_classes(build: Any) -> None:
    answers = build({"first": {"text": "a", "parsed": 1}, "others": [{"text": "b"}]})
    assert type(answers.first) is type(answers.others[0]) is TypedAnswer
    assert (answers.first.parsed, answers.others[0].parsed) == (1, None)


@pytest.mark.skipif(not IS_VERSION_2, reason="needs pydantic 2")
def test_models_validate_from_the_attributes_of_others() -> None:
    answers = Answers.model_validate({"first": {"text": "a"}, "others": [{"text": "b"}]})
    with pytest.raises(pydantic.ValidationError):
        TypedAnswers.model_validate(answers)
    typed = TypedAnswers.model_validate(answers, from_attributes=True)
    assert type(typed.others[0]) is TypedAnswer and typed.others[0].text == "b"
