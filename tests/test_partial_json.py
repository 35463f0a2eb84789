# SPDX-License-Identifier: MIT
"""Incremental JSON parser: values of incomplete texts, errors, checkpoints, and linear cost."""

from __future__ import annotations

import json
import random
from typing import Any, Callable, List

import pytest

from . import load

PARTIAL = load("helpers.partial_json")


@pytest.mark.parametrize(
    "text, value",
    [
        ("", None),
        (" \n", None),
        ("{", {}),
        ('{"a', {}),
        ('{"a"', {}),
        ('{"a":', {}),
        ('{"a": "he', {}),
        ('{"a": "b"', {"a": "b"}),
        ('{"a": 1', {"a": 1}),
        ('{"a": tr', {}),
        ('{"a": true', {"a": True}),
        ('{"a": {"b": [1, {"c": "d", "e', {"a": {"b": [1, {"c": "d"}]}}),
        ("[1, 2", [1, 2]),
        ("[1, 2,", [1, 2]),
        ("[1.", []),
        ("[1.5e", []),
        ("[1.5e3", [1500.0]),
        ("[-", []),
        ("[nul", []),
        ("12", 12),
        ('"abc', None),
        ('["\\u00', []),
        ('["\\u00e4"', ["ä"]),
        ("[[[", [[[]]]),
    ],
)
def test_value_of_incomplete_text(text: str, value: Any) -> None:
    assert PARTIAL.partial_json(text) == value
    partial = PARTIAL.PartialJSON()
    for character in text:
        partial.feed(character)
    assert partial.value == value


@pytest.mark.parametrize(
    "text, value",
    [
        ('{"a": "he', {"a": "he"}),
        ('{"a": "he\\', {"a": "he"}),
        ('{"a": "he\\u00', {"a": "he"}),
        ('{"a": "he\\ud83d', {"a": "he"}),
        ('{"a": "he\\ud83d\\ude00', {"a": "he😀"}),
        ('{"ab', {}),
        ('"x', "x"),
    ],
)
def test_partial_strings(text: str, value: Any) -> None:
    assert PARTIAL.partial_json(text, partial_strings=True) == value


@pytest.mark.parametrize(
    "text, position",
    [
        ("x", 0),
        ('{"a" 1}', 5),
        ("[1 2]", 3),
        ("[1]]", 3),
        ("[1,]", 3),
        ('{"a":1,}', 7),
        ("[01]", 1),
        ('"a\nb"', 2),
        ("[tr]", 1),
        ("{]", 1),
        ("{}x", 2),
        ("[NaN]", 1),
        ("[1}", 2),
        ("{1: 2}", 1),
        ("]", 0),
    ],
)
def test_invalid_json_is_an_error_with_its_position_on_every_call(text: str, position: int) -> None:
    for chunks in ([text], list(text)):
        partial = PARTIAL.PartialJSON()
        with pytest.raises(ValueError, match="^Invalid JSON: .* at character {}$".format(position)):
            for chunk in chunks:
                partial.feed(chunk)
            partial.feed("")
        with pytest.raises(ValueError, match="^Invalid JSON: "):
            partial.feed(" ")


def random_value(dice: random.Random, depth: int = 0) -> Any:
    choice = dice.randrange(7 if depth < 4 else 4)
    if choice == 0:
        return dice.choice([True, False, None])
    if choice == 1:
        return dice.choice([0, -1, 12, 1.5, 1e10, -2.25e-3, 123456])
    if choice < 4:
        return "".join(dice.choice('ab"\\\n\té€😀 /') for _ in range(dice.randrange(8)))
    if choice < 6:
        names = ["".join(dice.choice('ab"\\é') for _ in range(dice.randrange(1, 4))) for _ in range(dice.randrange(4))]
        return {name: random_value(dice, depth + 1) for name in names}
    return [random_value(dice, depth + 1) for _ in range(dice.randrange(4))]


def is_prefix(less: Any, more: Any) -> bool:
    """Return whether a value is an earlier state of another."""
    if isinstance(less, dict) and isinstance(more, dict):
        return list(less) == list(more)[: len(less)] and all(is_prefix(less[name], more[name]) for name in less)
    if isinstance(less, list) and isinstance(more, list):
        return len(less) <= len(more) and all(is_prefix(*pair) for pair in zip(less, more))
    return less == more or less is None or (isinstance(less, (int, float)) and isinstance(more, (int, float)))


@pytest.mark.parametrize("seed", range(100))
def test_any_value_in_any_chunks_grows_to_the_complete_value(seed: int) -> None:
    dice = random.Random(seed)
    value = random_value(dice)
    text = json.dumps(value, ensure_ascii=dice.random() < 0.5, indent=dice.choice([None, 1]))
    partial, position, checkpoints = PARTIAL.PartialJSON(), 0, []
    while position < len(text):
        size = dice.randrange(1, 6)
        partial.feed(text[position : position + size])
        position += size
        seen = json.loads(json.dumps(partial.value))
        assert is_prefix(seen, value)
        checkpoints.append((partial.checkpoint(), seen))
    assert partial.value == value
    assert partial.is_complete
    for checkpoint, seen in checkpoints:
        assert partial.value_at(checkpoint) == seen


def test_value_at_a_checkpoint_does_not_grow() -> None:
    partial = PARTIAL.PartialJSON().feed('{"a": [1, 2')
    early = partial.value_at(partial.checkpoint())
    partial.feed("3], ")
    assert early == {"a": [1, 2]}
    assert partial.value == {"a": [1, 23]}


@pytest.mark.parametrize("text, is_complete", [("{}", True), ("[1", False), ("12", True), ("tru", False), ("", False)])
def test_is_complete(text: str, is_complete: bool) -> None:
    assert PARTIAL.PartialJSON().feed(text).is_complete is is_complete


class CountingStr(str):
    """A string that counts the characters of its slices."""

    sliced = 0

    def __getitem__(self, key: Any) -> str:
        result = str.__getitem__(self, key)
        CountingStr.sliced += len(result)
        return result


@pytest.mark.parametrize("make", [lambda n: json.dumps({"t": "x" * n}), lambda n: json.dumps([{"a": 1.5}] * (n // 12))])
def test_each_character_is_read_a_bounded_number_of_times(make: Callable[[int], str]) -> None:
    counts: List[int] = []
    for size in (2_000, 20_000):
        text = make(size)
        partial = PARTIAL.PartialJSON()
        CountingStr.sliced = 0
        for start in range(0, len(text), 4):
            partial.feed(CountingStr(text[start : start + 4]))
        counts.append(CountingStr.sliced)
        assert partial.value == json.loads(text)
    assert 0 < counts[1] < 15 * counts[0]
