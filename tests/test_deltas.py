# SPDX-License-Identifier: MIT
"""Accumulation of deltas into snapshots."""

from __future__ import annotations

import copy
from functools import reduce
from typing import Any

import pytest

from . import load

accumulate = load("helpers.deltas").accumulate_delta
objects = load("results.objects")
models = load("results.models")

SUMS = {
    "text": ({"a": "x"}, {"a": "y"}, {"a": "xy"}),
    "number": ({"a": 1}, {"a": 2.5}, {"a": 3.5}),
    "new": ({}, {"a": {"b": [1]}}, {"a": {"b": [1]}}),
    "instead of None": ({"a": None}, {"a": "x"}, {"a": "x"}),
    "None": ({"a": "x"}, {"a": None, "b": None}, {"a": "x", "b": None}),
    "misfit": ({"a": "x"}, {"a": 1}, {"a": "x"}),
    "dict": ({"a": {"b": "x"}}, {"a": {"b": "y", "c": 1}}, {"a": {"b": "xy", "c": 1}}),
    "index and type": ({"index": 1, "type": "a"}, {"index": 2, "type": "b"}, {"index": 2, "type": "b"}),
    "type that is a list": ({}, {"type": [{"index": 0}, {"index": 0}]}, {"type": [{"index": 0}, {"index": 0}]}),
    "plain list": ({"a": ["x", 1]}, {"a": ["y"]}, {"a": ["x", 1, "y"]}),
    "empty list": ({"a": []}, {"a": [{"b": 1}]}, {"a": [{"b": 1}]}),
    "empty list with indexes": (
        {"a": []},
        {"a": [{"index": 0, "b": "x"}, {"index": 0, "b": "y"}]},
        {"a": [{"index": 0, "b": "xy"}]},
    ),
    "no list yet": (
        {},
        {"a": [{"index": 0, "b": "x"}, {"index": 0, "b": "y"}, {"index": 1}]},
        {"a": [{"index": 0, "b": "xy"}, {"index": 1}]},
    ),
    "item": (
        {"a": [{"index": 0, "b": "x"}, {"index": 1, "b": "y"}]},
        {"a": [{"index": 1, "b": "z"}, {"index": 2, "b": ""}]},
        {"a": [{"index": 0, "b": "x"}, {"index": 1, "b": "yz"}, {"index": 2, "b": ""}]},
    ),
}


@pytest.mark.parametrize("name", list(SUMS))
def test_delta_is_accumulated_and_the_arguments_are_not_changed(name: str) -> None:
    snapshot, delta, expected = SUMS[name]
    before = copy.deepcopy((snapshot, delta))
    assert accumulate(snapshot, delta) == expected
    assert (snapshot, delta) == before
    merged = accumulate(objects.to_api_objects(snapshot), objects.to_api_objects(delta))
    assert (merged, type(merged)) == (expected, objects.APIObject)


def test_later_deltas_do_not_change_earlier_snapshots_or_deltas() -> None:
    delta = {"a": [{"index": 0, "b": {"c": "x"}, "d": [1]}]}
    first = accumulate({}, delta)
    before = copy.deepcopy(first)
    second = reduce(accumulate, [delta, delta], first)
    assert second == {"a": [{"index": 0, "b": {"c": "xxx"}, "d": [1, 1, 1]}]}
    assert (first, delta) == (before, before)


def test_values_that_the_delta_lacks_are_shared() -> None:
    snapshot = {"a": {"b": 1}, "c": "x"}
    assert accumulate(snapshot, {"c": "y"})["a"] is snapshot["a"]


@pytest.mark.parametrize(
    ("items", "delta", "expected"),
    [
        ([{"index": 0}], "x", [{"index": 0}, "x"]),
        ([{"index": 0}], {"b": 1}, [{"index": 0}, {"b": 1}]),
        ([{"b": "x"}], {"b": "y"}, [{"b": "x"}, {"b": "y"}]),
        ([{"index": 0}], {"index": "0"}, [{"index": 0}, {"index": "0"}]),
        ([{"index": 5, "b": "x"}], {"index": 5, "b": "y"}, [{"index": 5, "b": "xy"}]),
        ([{"index": 1, "b": "x"}, {"index": 0}], {"index": 1, "b": "y"}, [{"index": 1, "b": "xy"}, {"index": 0}]),
        ([{"index": 0}, "x"], {"index": 1}, [{"index": 0}, "x", {"index": 1}]),
        ([{"index": 0, "id": "a"}], {"index": 0, "id": "a", "type": ""}, [{"index": 0, "id": "a", "type": ""}]),
        ([{"index": 0, "type": "a"}], {"index": 0, "id": "", "type": ""}, [{"index": 0, "type": "a", "id": ""}]),
        ([{"index": 0, "b": True}], {"index": 0, "b": True}, [{"index": 0, "b": True}]),
        ([{"index": 0, "b": "\ud83d"}], {"index": 0, "b": "\ude00!"}, [{"index": 0, "b": "😀!"}]),
    ],
)
def test_list_items_are_merged_by_their_index_or_appended(items: Any, delta: Any, expected: Any) -> None:
    assert accumulate({"a": items}, {"a": [delta]}) == {"a": expected}


def test_objects_keep_or_get_their_model_classes() -> None:
    chunk = models.apply_model(
        objects.parse_json('{"choices": [{"index": 0, "delta": {"content": "a"}}]}'), "ChatCompletionChunk"
    )
    assert type(chunk.choices[0].delta).__name__ == "ChoiceDelta"
    snapshot = models.find_model("ChatCompletion")(id="c", choices=[{"index": 0, "message": {"content": "a"}}])
    delta = '{"choices": [{"index": 0, "message": {"content": "b"}}], "usage": {"total_tokens": 1}}'
    merged = accumulate(snapshot, objects.parse_json(delta))
    assert [type(merged).__name__, type(merged.usage).__name__] == ["ChatCompletion", "CompletionUsage"]
    assert type(merged.choices[0].message).__name__ == "ChatCompletionMessage"
    assert merged.choices[0].message.content == "ab"
    assert snapshot.choices[0].message.content == "a"
    assert accumulate(chunk, {"id": "x"}).id == "x"
