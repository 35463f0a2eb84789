# SPDX-License-Identifier: MIT
"""`APIObject`: fields as attributes and items, copies, pickles and dumps."""

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

FIELDS = {
    "id": "cc1",
    "object": "chat.completion",
    "choices": [{"index": 0, "message": {"role": "assistant", "content": "Grüße"}, "finish_reason": "stop"}],
    "usage": {"total_tokens": 3, "details": None},
    "brand_new": [[{"deep": 1}], 2.5, True, None],
}
TEXT = json.dumps(FIELDS)


def make_object() -> Any:
    obj = parse(TEXT)
    obj._request_id = "req_1"
    return obj


# Reading


def test_fields_are_attributes_at_any_depth() -> None:
    obj = make_object()
    assert obj.choices[0].message.content == obj["choices"][0]["message"]["content"] == "Grüße"
    assert obj.brand_new[0][0].deep == 1
    assert obj.usage.details is None
    assert type(obj.choices[0].message) is APIObject is package.APIObject


def test_known_field_that_was_not_sent_is_none() -> None:
    obj = make_object()
    assert obj.system_fingerprint is None
    assert obj.choices[0].message.tool_calls is None
    assert "system_fingerprint" not in obj
    with pytest.raises(KeyError):
        obj["system_fingerprint"]


@pytest.mark.parametrize("name", ["no_such_field", "contnet", "_private", "__wrapped__", "_repr_html_"])
def test_unknown_name_is_an_attribute_error(name: str) -> None:
    with pytest.raises(AttributeError, match="'APIObject' object has no attribute '{}'".format(name)):
        getattr(make_object(), name)
    assert not hasattr(make_object(), name)
    assert getattr(make_object(), name, 5) == 5


def test_unknown_fields_are_kept() -> None:
    obj = APIObject(contnet="x", _odd=1)
    assert (obj.contnet, obj._odd) == ("x", 1)


def test_fields_named_like_methods_are_available_as_items() -> None:
    obj = APIObject(items=[1], copy=2, get=3)
    assert (obj["items"], obj["copy"], obj["get"]) == ([1], 2, 3)
    assert list(obj.items()) == [("items", [1]), ("copy", 2), ("get", 3)]


def test_field_named_keys_is_an_attribute_if_it_was_sent() -> None:
    action = parse('{"type": "keypress", "keys": ["CTRL", "C"]}')
    assert action.keys == action["keys"] == ["CTRL", "C"]
    assert list(APIObject(a=1).keys()) == ["a"]
    assert APIObject.keys(action) == {"type", "keys"}
    assert dict(action) == {**action} == {"type": "keypress", "keys": ["CTRL", "C"]}
    assert copy.deepcopy(action) == copy.copy(action) == action.copy() == pickle.loads(pickle.dumps(action)) == action
    assert json.loads(json.dumps(action)) == action.to_dict() == action.model_dump() == action


def test_objects_equal_dicts() -> None:
    assert make_object() == FIELDS
    assert FIELDS == make_object()
    assert make_object() != {**FIELDS, "id": "cc2"}
    with pytest.raises(TypeError):
        hash(make_object())


def test_dir_lists_fields_and_methods() -> None:
    names = dir(make_object())
    assert {"choices", "brand_new", "to_dict", "model_dump", "items", "_request_id"} <= set(names)
    assert names == sorted(names)
    assert 5 not in dir(APIObject([(5, 1)]))


def test_repr_shows_class_and_fields() -> None:
    assert repr(parse('{"id": "x", "n": {"a": [1]}}')) == "APIObject(id='x', n=APIObject(a=[1]))"
    assert "req_1" not in repr(make_object())
    assert repr(APIObject()) == "APIObject()"


# Writing


def test_attributes_set_fields() -> None:
    obj = make_object()
    obj.id = "cc2"
    obj.added = 1
    assert (obj["id"], obj["added"]) == ("cc2", 1)
    del obj.added
    assert "added" not in obj
    with pytest.raises(AttributeError, match="added"):
        del obj.added
    with pytest.raises(AttributeError):
        del obj.system_fingerprint


def test_private_attributes_are_not_fields() -> None:
    obj = make_object()
    obj._note = 5
    assert obj._note == 5
    assert obj == FIELDS
    del obj._note
    assert not hasattr(obj, "_note")
    assert APIObject()._request_id is None


# Copying and serializing

all_copies = pytest.mark.parametrize(
    "duplicate_object",
    [
        copy.copy,
        copy.deepcopy,
        lambda obj: obj.copy(),
        lambda obj: obj.model_copy(),
        lambda obj: obj.model_copy(deep=True),
    ]
    + [lambda obj, p=p: pickle.loads(pickle.dumps(obj, p)) for p in range(pickle.HIGHEST_PROTOCOL + 1)],
)


@all_copies
def test_copies_are_equal_and_keep_the_request_id(duplicate_object: Any) -> None:
    obj = make_object()
    duplicate = duplicate_object(obj)
    assert duplicate == obj
    assert duplicate is not obj
    assert type(duplicate) is APIObject
    assert duplicate._request_id == "req_1"
    assert duplicate.choices[0].message.content == "Grüße"
    duplicate.id = "changed"
    assert obj.id == "cc1"


def test_copies_are_deep_or_shallow_as_requested() -> None:
    obj = make_object()
    assert obj.copy().choices is obj.choices
    assert obj.model_copy().choices is obj.choices
    assert obj.model_copy(deep=True).choices is not obj.choices
    assert copy.deepcopy(obj).choices[0] is not obj.choices[0]


def test_model_copy_applies_update() -> None:
    obj = make_object()
    duplicate = obj.model_copy(update={"id": "cc2", "more": 1})
    assert (duplicate.id, duplicate.more, obj.id) == ("cc2", 1, "cc1")


@pytest.mark.parametrize(
    "dump",
    [
        json.dumps,
        lambda obj: obj.to_json(),
        lambda obj: obj.to_json(indent=None),
        lambda obj: obj.model_dump_json(),
        lambda obj: obj.model_dump_json(indent=2),
        lambda obj: json.dumps(obj.to_dict()),
        lambda obj: json.dumps(obj.model_dump()),
        lambda obj: json.dumps(obj.model_dump(mode="json", by_alias=True, exclude_unset=True, warnings=False)),
    ],
)
def test_every_dump_equals_what_the_server_sent(dump: Any) -> None:
    text = dump(make_object())
    assert json.loads(text) == FIELDS
    assert list(json.loads(text)) == list(FIELDS)
    assert "req_1" not in text


def test_json_dumps_are_indented_as_requested() -> None:
    obj = parse('{"a": "é"}')
    assert obj.to_json() == '{\n  "a": "é"\n}'
    assert obj.to_json(indent=None) == '{"a":"é"}'
    assert obj.model_dump_json() == '{"a":"é"}'
    assert obj.model_dump_json(indent=1) == '{\n "a": "é"\n}'


@pytest.mark.parametrize("dump", [lambda obj: obj.to_dict(), lambda obj: obj.model_dump()])
def test_dumps_are_plain_at_any_depth(dump: Any) -> None:
    plain = dump(make_object())
    assert type(plain) is dict
    assert type(plain["choices"][0]["message"]) is dict
    assert type(plain["brand_new"][0][0]) is dict
    plain["choices"][0]["message"]["content"] = "changed"
    assert make_object().choices[0].message.content == "Grüße"


def test_model_dump_applies_include_and_exclude() -> None:
    obj = parse('{"a": 1, "b": null, "c": {"a": null, "d": [{"b": null, "e": 2}]}}')
    assert obj.model_dump(include={"a", "b"}) == {"a": 1, "b": None}
    assert obj.model_dump(exclude=["a"]) == {"b": None, "c": {"a": None, "d": [{"b": None, "e": 2}]}}
    assert obj.model_dump(include={"a", "c"}, exclude={"a"}, exclude_none=True) == {"c": {"d": [{"e": 2}]}}
    assert json.loads(obj.model_dump_json(exclude_none=True, exclude={"c"})) == {"a": 1}


# Nesting

DEPTHS = {"list": "[{}]", "object": '{{"a": {}}}', "both": '{{"a": [{}]}}'}


def nested_text(form: str, depth: int) -> str:
    opening, closing = DEPTHS[form].format("|").split("|")
    return '{"id": "x", "deep": ' + opening * depth + "1" + closing * depth + "}"


def deepest_text(form: str) -> str:
    """Return the text with the deepest nesting that Python's decoder accepts here, with a little room."""
    for depth in (3_000, 800, 400, 200):  # deeper text would take hundreds of megabytes with its indentation
        try:
            parse(nested_text(form, depth + 40))
        except RecursionError:
            continue
        return nested_text(form, depth)
    raise AssertionError


@pytest.mark.parametrize("form", DEPTHS)
def test_object_of_any_depth_can_be_dumped_printed_copied_pickled_and_compared(form: str) -> None:
    text = deepest_text(form)
    obj = parse(text)
    obj._request_id = "req_1"
    compact = text.replace(" ", "")
    assert json.dumps(obj.to_dict()).replace(" ", "") == compact
    assert type(obj.model_dump()) is dict and obj.model_dump() == json.loads(text)
    assert obj.model_dump_json() == compact
    assert "".join(obj.to_json().split()) == compact
    assert "".join(repr(obj).split()).count("1") == 1 and repr(obj).startswith("APIObject(id='x', deep=")
    for copied in (copy.deepcopy(obj), obj.model_copy(deep=True)):
        assert copied == obj and copied.deep is not obj.deep and copied._request_id == "req_1"
    assert copy.copy(obj).deep is obj.deep and obj.model_copy().deep is obj.deep
    for protocol in (0, 2, pickle.HIGHEST_PROTOCOL):
        restored = pickle.loads(pickle.dumps(obj, protocol))
        assert restored == obj and type(restored) is APIObject and restored._request_id == "req_1"
    assert objects.to_api_objects(json.loads(text)) == obj


def test_flattened_pickle_keeps_classes_identity_and_order() -> None:
    models = load("results.models")
    obj = models.apply_model(parse(json.dumps(FIELDS)), "ChatCompletion", "chat")
    assert obj.choices[0].message.content == "Grüße"
    deep: Any = [obj["usage"], obj["usage"], APIObject(b=1, a=2)]
    for _ in range(150):
        deep = [deep]
    obj["deep"] = deep
    restored = pickle.loads(pickle.dumps(obj))
    assert restored == obj and type(restored) is type(obj) and type(restored.choices[0]) is type(obj.choices[0])
    inner: Any = restored["deep"]
    while len(inner) == 1:
        inner = inner[0]
    assert inner[0] is inner[1] is restored["usage"] and list(inner[2]) == ["b", "a"]


@pytest.mark.parametrize("indent", [None, 0, 2, "\t"])
def test_json_of_deep_values_is_that_of_the_standard_encoder(indent: Any) -> None:
    value = {"a": [], "b": {}, "é": [1, 2.5, None, True, "\n"], "c": {"d": [[{"e": "f"}], []]}, "g": {1: 2, None: 3}}
    deep_objects = load("results.deep_objects")
    for separators in (None, (",", ":")):
        expected = json.dumps(value, indent=indent, separators=separators, ensure_ascii=False)
        assert deep_objects.encode_iteratively(value, indent, separators) == expected


def test_object_that_contains_itself_is_named() -> None:
    obj = make_object()
    obj.own = [obj]
    assert repr(obj).endswith("own=[...])")
    assert copy.deepcopy(obj).own[0] is not obj
    for dump in (obj.to_dict, obj.model_dump, obj.to_json):
        with pytest.raises(package.OpenAIError, match="contains itself"):
            dump()


# Decoding


@pytest.mark.parametrize(
    "text, value",
    [("{}", {}), ("[{}]", [{}]), ("5", 5), ('"x"', "x"), ("null", None), (' \r\n{"a": 1}\t', {"a": 1}), ("[1]\n", [1])],
)
def test_json_of_every_type_is_decoded(text: str, value: Any) -> None:
    assert parse(text) == value


@pytest.mark.parametrize("text", ["", " ", "{", "{'a': 1}", "{} {}", "[1,]", "nul", "\ufeff{}", '{"a": 1}x', "<p>"])
def test_invalid_json_is_a_value_error(text: str) -> None:
    with pytest.raises(ValueError):
        parse(text)


def test_last_of_duplicate_names_wins() -> None:
    assert parse('{"a": 1, "a": 2}') == {"a": 2}
