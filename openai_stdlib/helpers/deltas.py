# SPDX-License-Identifier: MIT
"""Accumulation of stream deltas into snapshots. No I/O, and no knowledge of particular API objects."""

from __future__ import annotations

from ..results.objects import APIObject
from .text import append_delta

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Optional

REPLACED_FIELDS = ("index", "type")  # they identify an item, so a delta repeats them instead of extending them
KEPT_FIELDS = ("id", "role", "format")  # the same, but the first value counts


def accumulate_delta(snapshot: Dict[str, Any], delta: Dict[str, Any]) -> Dict[str, Any]:
    """Return a snapshot with a delta added to it. Neither is changed; values that the delta lacks are shared.

    Strings are concatenated, numbers added, dicts accumulated recursively. An item of a list is added to the one with
    the same `index`; without an index, or if there is no such item, it is appended. None, and a value whose type does
    not fit the existing one, change nothing. The result has the class of the snapshot; changed objects inside it get
    their model classes again on access.
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
        target[name] = merge_field(name, dict.get(target, name), value)


def merge_field(name: str, current: Any, delta: Any) -> Any:
    """Return the value of a field with a delta added to it."""
    if current is None:
        return _merge_lists([], delta) if _has_indexes(delta) and name not in REPLACED_FIELDS else copy_untyped(delta)
    if name in REPLACED_FIELDS:
        return current if delta is None or delta == "" else copy_untyped(delta)
    if name in KEPT_FIELDS and isinstance(delta, str):
        return current if current != "" else delta
    return _merge_values(current, delta)


def _merge_values(current: Any, delta: Any) -> Any:
    if isinstance(current, dict) and isinstance(delta, dict):
        return _merge_objects(current, delta)
    if isinstance(current, list) and isinstance(delta, list):
        return _merge_lists(current, delta)
    if isinstance(current, str) and isinstance(delta, str):
        return append_delta(current, delta)
    return current + delta if _is_number(current) and _is_number(delta) else current


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _merge_objects(current: Dict[str, Any], delta: Dict[str, Any]) -> Dict[str, Any]:
    merged: Dict[str, Any] = APIObject(current) if isinstance(current, APIObject) else dict(current)
    _add(merged, delta)
    return merged


def _merge_lists(current: List[Any], deltas: List[Any]) -> List[Any]:
    merged = list(current)
    for delta in deltas:
        position = find_item(merged, delta)
        if position is None:
            merged.append(copy_untyped(delta))
        else:
            merged[position] = _merge_objects(merged[position], delta)
    return merged


def find_item(items: List[Any], delta: Any) -> Optional[int]:
    """Return the position of the item that a delta belongs to: the one with its index, or else the one at its index."""
    index = delta.get("index") if isinstance(delta, dict) else None
    if index is None:
        return None
    is_position = type(index) is int and 0 <= index < len(items) and isinstance(items[index], dict)
    if is_position and items[index].get("index", index) == index:
        return int(index)
    for position, item in enumerate(items):
        if isinstance(item, dict) and item.get("index") == index:
            return position
    return None


def _has_indexes(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(item, dict) and "index" in item for item in value)
