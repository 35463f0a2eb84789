# SPDX-License-Identifier: MIT
"""Accumulation of stream deltas into snapshots. No I/O, and no knowledge of particular API objects."""

from __future__ import annotations

from ..results.objects import APIObject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List

REPLACED_FIELDS = ("index", "type")  # they identify an item, so a delta repeats them instead of extending them


def accumulate_delta(snapshot: Dict[str, Any], delta: Dict[str, Any]) -> Dict[str, Any]:
    """Return a snapshot with a delta added to it. Neither is changed; values that the delta lacks are shared.

    Strings are concatenated, numbers added, dicts accumulated recursively. List items are added to the item at their
    `index`, or appended if they are plain values. None, and a value whose type does not fit the existing one, change
    nothing. The result has the class of the snapshot; changed objects inside it get their model classes again on
    access. Raises RuntimeError for a list item without `index`, TypeError for list items that cannot be merged.
    """
    merged = snapshot.copy()
    _add(merged, delta)
    return merged


def copy_untyped(value: Any) -> Any:
    """Return a deep copy of dicts and lists; its API objects have no model class."""
    if isinstance(value, dict):
        fields = {name: copy_untyped(inner) for name, inner in dict.items(value)}
        return APIObject(fields) if isinstance(value, APIObject) else fields
    return [copy_untyped(item) for item in value] if isinstance(value, list) else value


def _add(target: Dict[str, Any], delta: Dict[str, Any]) -> None:
    for name, value in dict.items(delta):
        current = dict.get(target, name)
        if name in REPLACED_FIELDS:
            target[name] = copy_untyped(value)
        elif current is None:
            target[name] = _merge_lists([], value) if _has_indexes(value) else copy_untyped(value)
        else:
            target[name] = _merge_values(current, value)


def _merge_values(current: Any, delta: Any) -> Any:
    if isinstance(current, dict) and isinstance(delta, dict):
        return _merge_objects(current, delta)
    if isinstance(current, list) and isinstance(delta, list):
        return _merge_lists(current, delta)
    strings = isinstance(current, str) and isinstance(delta, str)
    numbers = isinstance(current, (int, float)) and isinstance(delta, (int, float))
    return current + delta if strings or numbers else current


def _merge_objects(current: Dict[str, Any], delta: Dict[str, Any]) -> Dict[str, Any]:
    merged: Dict[str, Any] = APIObject(current) if isinstance(current, APIObject) else dict(current)
    _add(merged, delta)
    return merged


def _merge_lists(current: List[Any], deltas: List[Any]) -> List[Any]:
    all_plain = all(isinstance(item, (str, int, float)) for item in current)
    merged = list(current)
    if all_plain and (current or not _has_indexes(deltas)):
        return merged + [copy_untyped(delta) for delta in deltas]
    for delta in deltas:
        if not isinstance(delta, dict):
            raise TypeError("Expected list delta entry to be an object, got {!r}".format(delta))
        if "index" not in delta:
            raise RuntimeError("Expected list delta entry to have an `index` key; {!r}".format(delta))
        index = delta["index"]
        if not isinstance(index, int):
            raise TypeError("Expected `index` of list delta entry to be an integer, got {!r}".format(index))
        if not -len(merged) <= index < len(merged):
            merged.insert(index, copy_untyped(delta))
        elif isinstance(merged[index], dict):
            merged[index] = _merge_objects(merged[index], delta)
        else:
            raise TypeError("Cannot merge an object into list item {!r}".format(merged[index]))
    return merged


def _has_indexes(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(item, dict) and "index" in item for item in value)
