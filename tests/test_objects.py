# SPDX-License-Identifier: MIT
"""`APIObject`: the dict that the server sent, by attribute and by item, and nothing of it is lost on any way."""

from __future__ import annotations

import copy
import json
import pickle

import pytest

from . import load, package

objects = load("results.objects")
APIObject, parse = objects.APIObject, objects.parse_json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

ANSWER = {
    "id": "cc1",
    "object": "chat.completion",
    "choices": [{"index": 0, "message": {"role": "assistant", "content": "Grüße"}, "finish_reason": "stop"}],
    "usage": {"total_tokens": 3, "details": None},
    "brand_new": [[{"deep": 1}], 2.5, True, None],
}
TEXT = json.dumps(ANSWER)


def answer() -> Any:
    made = parse(TEXT)
    made._request_id = "req_1"
    return made


# Reading


def test_fields_are_attributes_all_the_way_down() -> None:
    made = answer()
    assert made.choices[0].message.content == made["choices"][0]["message"]["content"] == "Grüße"
    assert made.brand_new[0][0].deep == 1
    assert made.usage.details is None
    assert type(made.choices[0].message) is APIObject is package.APIObject


def test_field_that_the_api_knows_and_this_answer_lacks_is_none() -> None:
    made = answer()
    assert made.system_fingerprint is None
    assert made.choices[0].message.tool_calls is None
    assert "system_fingerprint" not in made
    with pytest.raises(KeyError):
        made["system_fingerprint"]


@pytest.mark.parametrize("name", ["no_such_field", "contnet", "_private", "__wrapped__", "_repr_html_"])
def test_name_that_the_api_does_not_know_is_an_attribute_error(name: str) -> None:
    with pytest.raises(AttributeError, match="'APIObject' object has no attribute '{}'".format(name)):
        getattr(answer(), name)
    assert not hasattr(answer(), name)
    assert getattr(answer(), name, 5) == 5


def test_unknown_fields_are_kept() -> None:
    made = APIObject(contnet="x", _odd=1)
    assert (made.contnet, made._odd) == ("x", 1)


def test_fields_that_are_called_like_methods_are_reached_as_items() -> None:
    made = APIObject(items=[1], copy=2, get=3)
    assert (made["items"], made["copy"], made["get"]) == ([1], 2, 3)
    assert list(made.items()) == [("items", [1]), ("copy", 2), ("get", 3)]


def test_field_called_keys_is_an_attribute_where_there_is_one() -> None:
    action = parse('{"type": "keypress", "keys": ["CTRL", "C"]}')
    assert action.keys == action["keys"] == ["CTRL", "C"]
    assert list(APIObject(a=1).keys()) == ["a"]
    assert APIObject.keys(action) == {"type", "keys"}
    assert dict(action) == {**action} == {"type": "keypress", "keys": ["CTRL", "C"]}
    assert copy.deepcopy(action) == copy.copy(action) == action.copy() == pickle.loads(pickle.dumps(action)) == action
    assert json.loads(json.dumps(action)) == action.to_dict() == action.model_dump() == action


def test_objects_equal_dicts() -> None:
    assert answer() == ANSWER
    assert ANSWER == answer()
    assert answer() != {**ANSWER, "id": "cc2"}
    with pytest.raises(TypeError):
        hash(answer())


def test_dir_lists_fields_and_methods() -> None:
    names = dir(answer())
    assert {"choices", "brand_new", "to_dict", "model_dump", "items", "_request_id"} <= set(names)
    assert names == sorted(names)
    assert 5 not in dir(APIObject([(5, 1)]))


def test_repr_shows_kind_and_fields() -> None:
    assert repr(parse('{"id": "x", "n": {"a": [1]}}')) == "APIObject(id='x', n=APIObject(a=[1]))"
    assert "req_1" not in repr(answer())
    assert repr(APIObject()) == "APIObject()"


# Writing


def test_attributes_set_fields() -> None:
    made = answer()
    made.id = "cc2"
    made.added = 1
    assert (made["id"], made["added"]) == ("cc2", 1)
    del made.added
    assert "added" not in made
    with pytest.raises(AttributeError, match="added"):
        del made.added
    with pytest.raises(AttributeError):
        del made.system_fingerprint


def test_private_attributes_are_no_fields() -> None:
    made = answer()
    made._note = 5
    assert made._note == 5
    assert made == ANSWER
    del made._note
    assert not hasattr(made, "_note")
    assert APIObject()._request_id is None


# Travelling

travels = pytest.mark.parametrize(
    "travel",
    [
        copy.copy,
        copy.deepcopy,
        lambda made: made.copy(),
        lambda made: made.model_copy(),
        lambda made: made.model_copy(deep=True),
    ]
    + [lambda made, p=p: pickle.loads(pickle.dumps(made, p)) for p in range(pickle.HIGHEST_PROTOCOL + 1)],
)


@travels
def test_copies_are_equal_objects_that_know_their_request(travel: Any) -> None:
    made = answer()
    found = travel(made)
    assert found == made
    assert found is not made
    assert type(found) is APIObject
    assert found._request_id == "req_1"
    assert found.choices[0].message.content == "Grüße"
    found.id = "changed"
    assert made.id == "cc1"


def test_copies_are_deep_or_shallow_as_asked() -> None:
    made = answer()
    assert made.copy().choices is made.choices
    assert made.model_copy().choices is made.choices
    assert made.model_copy(deep=True).choices is not made.choices
    assert copy.deepcopy(made).choices[0] is not made.choices[0]


def test_model_copy_takes_changes() -> None:
    made = answer()
    found = made.model_copy(update={"id": "cc2", "more": 1})
    assert (found.id, found.more, made.id) == ("cc2", 1, "cc1")


@pytest.mark.parametrize(
    "dump",
    [
        json.dumps,
        lambda made: made.to_json(),
        lambda made: made.to_json(indent=None),
        lambda made: made.model_dump_json(),
        lambda made: made.model_dump_json(indent=2),
        lambda made: json.dumps(made.to_dict()),
        lambda made: json.dumps(made.model_dump()),
        lambda made: json.dumps(made.model_dump(mode="json", by_alias=True, exclude_unset=True, warnings=False)),
    ],
)
def test_every_dump_is_what_the_server_sent(dump: Any) -> None:
    text = dump(answer())
    assert json.loads(text) == ANSWER
    assert list(json.loads(text)) == list(ANSWER)
    assert "req_1" not in text


def test_dumps_to_text_are_laid_out_as_asked() -> None:
    made = parse('{"a": "é"}')
    assert made.to_json() == '{\n  "a": "é"\n}'
    assert made.to_json(indent=None) == '{"a": "é"}'
    assert made.model_dump_json() == '{"a":"é"}'
    assert made.model_dump_json(indent=1) == '{\n "a": "é"\n}'


@pytest.mark.parametrize("dump", [lambda made: made.to_dict(), lambda made: made.model_dump()])
def test_dumps_are_plain_all_the_way_down(dump: Any) -> None:
    plain = dump(answer())
    assert type(plain) is dict
    assert type(plain["choices"][0]["message"]) is dict
    assert type(plain["brand_new"][0][0]) is dict
    plain["choices"][0]["message"]["content"] = "changed"
    assert answer().choices[0].message.content == "Grüße"


def test_model_dump_leaves_out_what_it_is_told_to() -> None:
    made = parse('{"a": 1, "b": null, "c": {"a": null, "d": [{"b": null, "e": 2}]}}')
    assert made.model_dump(include={"a", "b"}) == {"a": 1, "b": None}
    assert made.model_dump(exclude=["a"]) == {"b": None, "c": {"a": None, "d": [{"b": None, "e": 2}]}}
    assert made.model_dump(include={"a", "c"}, exclude={"a"}, exclude_none=True) == {"c": {"d": [{"e": 2}]}}
    assert json.loads(made.model_dump_json(exclude_none=True, exclude={"c"})) == {"a": 1}


# Decoding


@pytest.mark.parametrize(
    "text, value",
    [("{}", {}), ("[{}]", [{}]), ("5", 5), ('"x"', "x"), ("null", None), (' \r\n{"a": 1}\t', {"a": 1}), ("[1]\n", [1])],
)
def test_json_of_every_kind_is_read(text: str, value: Any) -> None:
    assert parse(text) == value


@pytest.mark.parametrize("text", ["", " ", "{", "{'a': 1}", "{} {}", "[1,]", "nul", "\ufeff{}", '{"a": 1}x', "<p>"])
def test_what_is_no_json_is_a_value_error(text: str) -> None:
    with pytest.raises(ValueError):
        parse(text)


def test_objects_made_of_doubled_names_hold_the_last() -> None:
    assert parse('{"a": 1, "a": 2}') == {"a": 2}
