# SPDX-License-Identifier: MIT
"""JSON in pieces: at any time what the beginning says, in the end what the whole says, each character read once."""

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
def test_what_a_beginning_says(text: str, value: Any) -> None:
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
def test_strings_without_an_end_when_they_are_asked_for(text: str, value: Any) -> None:
    assert PARTIAL.partial_json(text, strings=True) == value


@pytest.mark.parametrize(
    "text, place",
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
def test_what_is_no_json_is_told_with_its_place_and_told_again(text: str, place: int) -> None:
    for pieces in ([text], list(text)):
        partial = PARTIAL.PartialJSON()
        with pytest.raises(ValueError, match="no JSON.* at character {}$".format(place)):
            for piece in pieces:
                partial.feed(piece)
            partial.feed("")
        with pytest.raises(ValueError, match="no JSON"):
            partial.feed(" ")


def made(dice: random.Random, depth: int = 0) -> Any:
    kind = dice.randrange(7 if depth < 4 else 4)
    if kind == 0:
        return dice.choice([True, False, None])
    if kind == 1:
        return dice.choice([0, -1, 12, 1.5, 1e10, -2.25e-3, 123456])
    if kind < 4:
        return "".join(dice.choice('ab"\\\n\té€😀 /') for _ in range(dice.randrange(8)))
    if kind < 6:
        names = ["".join(dice.choice('ab"\\é') for _ in range(dice.randrange(1, 4))) for _ in range(dice.randrange(4))]
        return {name: made(dice, depth + 1) for name in names}
    return [made(dice, depth + 1) for _ in range(dice.randrange(4))]


def within(less: Any, more: Any) -> bool:
    """Tell whether a value is a beginning of another."""
    if isinstance(less, dict) and isinstance(more, dict):
        return list(less) == list(more)[: len(less)] and all(within(less[name], more[name]) for name in less)
    if isinstance(less, list) and isinstance(more, list):
        return len(less) <= len(more) and all(within(*pair) for pair in zip(less, more))
    return less == more or less is None or (isinstance(less, (int, float)) and isinstance(more, (int, float)))


@pytest.mark.parametrize("seed", range(100))
def test_any_value_in_any_pieces_grows_to_what_the_whole_says(seed: int) -> None:
    dice = random.Random(seed)
    value = made(dice)
    text = json.dumps(value, ensure_ascii=dice.random() < 0.5, indent=dice.choice([None, 1]))
    partial, place, marks = PARTIAL.PartialJSON(), 0, []
    while place < len(text):
        size = dice.randrange(1, 6)
        partial.feed(text[place : place + size])
        place += size
        seen = json.loads(json.dumps(partial.value))
        assert within(seen, value)
        marks.append((partial.checkpoint(), seen))
    assert partial.value == value
    assert partial.is_complete
    for mark, seen in marks:
        assert partial.value_at(mark) == seen


def test_what_a_mark_gave_does_not_grow_on() -> None:
    partial = PARTIAL.PartialJSON().feed('{"a": [1, 2')
    early = partial.value_at(partial.checkpoint())
    partial.feed("3], ")
    assert early == {"a": [1, 2]}
    assert partial.value == {"a": [1, 23]}


@pytest.mark.parametrize("text, is_complete", [("{}", True), ("[1", False), ("12", True), ("tru", False), ("", False)])
def test_whether_the_value_is_whole(text: str, is_complete: bool) -> None:
    assert PARTIAL.PartialJSON().feed(text).is_complete is is_complete


class Counted(str):
    """A text that counts the characters that are cut out of it."""

    cut = 0

    def __getitem__(self, key: Any) -> str:
        found = str.__getitem__(self, key)
        Counted.cut += len(found)
        return found


@pytest.mark.parametrize("make", [lambda n: json.dumps({"t": "x" * n}), lambda n: json.dumps([{"a": 1.5}] * (n // 12))])
def test_each_character_is_taken_a_bounded_number_of_times(make: Callable[[int], str]) -> None:
    counts: List[int] = []
    for size in (2_000, 20_000):
        text = make(size)
        partial = PARTIAL.PartialJSON()
        Counted.cut = 0
        for start in range(0, len(text), 4):
            partial.feed(Counted(text[start : start + 4]))
        counts.append(Counted.cut)
        assert partial.value == json.loads(text)
    assert 0 < counts[1] < 15 * counts[0]
