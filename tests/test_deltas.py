# SPDX-License-Identifier: MIT
"""Deltas: how the pieces of a stream are added up, by hand."""

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
def test_sum_is_right_and_its_parts_are_not_changed(name: str) -> None:
    snapshot, delta, expected = SUMS[name]
    before = copy.deepcopy((snapshot, delta))
    assert accumulate(snapshot, delta) == expected
    assert (snapshot, delta) == before
    whole = accumulate(objects.to_api_objects(snapshot), objects.to_api_objects(delta))
    assert (whole, type(whole)) == (expected, objects.APIObject)


def test_later_deltas_do_not_change_earlier_snapshots_or_deltas() -> None:
    delta = {"a": [{"index": 0, "b": {"c": "x"}, "d": [1]}]}
    first = accumulate({}, delta)
    before = copy.deepcopy(first)
    second = reduce(accumulate, [delta, delta], first)
    assert second == {"a": [{"index": 0, "b": {"c": "xxx"}, "d": [1, 1, 1]}]}
    assert (first, delta) == (before, before)


def test_what_a_delta_does_not_touch_is_shared() -> None:
    snapshot = {"a": {"b": 1}, "c": "x"}
    assert accumulate(snapshot, {"c": "y"})["a"] is snapshot["a"]


@pytest.mark.parametrize(
    ("items", "piece", "error"),
    [
        ([{"index": 0}], "x", TypeError),
        ([{"index": 0}], {"b": 1}, RuntimeError),
        ([{"index": 0}], {"index": "0"}, TypeError),
        ([{"index": 0}, "x"], {"index": 1}, TypeError),
    ],
)
def test_items_that_can_not_be_added_up_are_refused(items: Any, piece: Any, error: Any) -> None:
    with pytest.raises(error):
        accumulate({"a": items}, {"a": [piece]})


def test_objects_keep_or_find_their_classes() -> None:
    chunk = models.apply_model(
        objects.parse_json('{"choices": [{"index": 0, "delta": {"content": "a"}}]}'), "ChatCompletionChunk"
    )
    assert type(chunk.choices[0].delta).__name__ == "ChoiceDelta"
    snapshot = models.find_model("ChatCompletion")(id="c", choices=[{"index": 0, "message": {"content": "a"}}])
    piece = '{"choices": [{"index": 0, "message": {"content": "b"}}], "usage": {"total_tokens": 1}}'
    whole = accumulate(snapshot, objects.parse_json(piece))
    assert [type(whole).__name__, type(whole.usage).__name__] == ["ChatCompletion", "CompletionUsage"]
    assert type(whole.choices[0].message).__name__ == "ChatCompletionMessage"
    assert whole.choices[0].message.content == "ab"
    assert snapshot.choices[0].message.content == "a"
    assert accumulate(chunk, {"id": "x"}).id == "x"
