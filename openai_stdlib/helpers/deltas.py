# SPDX-License-Identifier: MIT
"""How the pieces of a stream become a whole: `accumulate(snapshot, delta)`, which knows no API and does no I/O.

Neighbours: the helpers beside this file, which know what is a delta of what.
"""

from __future__ import annotations

from ..results.objects import APIObject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List

REPLACED_FIELDS = ("index", "type")  # they say which piece it is, and don't grow


def accumulate_delta(snapshot: Dict[str, Any], delta: Dict[str, Any]) -> Dict[str, Any]:
    """Return a snapshot with a delta added to it. Neither is changed; what the delta doesn't touch is shared.

    Texts are joined, numbers added, dicts accumulated; items of a list are added to the one at their `index`, or
    appended if they are plain values. None, and what doesn't fit what is there, changes nothing. The result is of the
    snapshot's class; the objects in it that have changed are told their classes anew when they are read.
    Raises RuntimeError for an item without `index`, TypeError for items that can't be added up.
    """
    whole = snapshot.copy()
    _add(whole, delta)
    return whole


def copy_untyped(value: Any) -> Any:
    """Return a value with new dicts and lists all the way down, their objects without classes."""
    if isinstance(value, dict):
        fields = {name: copy_untyped(inner) for name, inner in dict.items(value)}
        return APIObject(fields) if isinstance(value, APIObject) else fields
    return [copy_untyped(item) for item in value] if isinstance(value, list) else value


def _add(whole: Dict[str, Any], delta: Dict[str, Any]) -> None:
    for name, piece in dict.items(delta):
        there = dict.get(whole, name)
        if name in REPLACED_FIELDS:
            whole[name] = copy_untyped(piece)
        elif there is None:
            whole[name] = _merged([], piece) if _has_indexes(piece) else copy_untyped(piece)
        else:
            whole[name] = _sum(there, piece)


def _sum(there: Any, piece: Any) -> Any:
    if isinstance(there, dict) and isinstance(piece, dict):
        return _merge_objects(there, piece)
    if isinstance(there, list) and isinstance(piece, list):
        return _merged(there, piece)
    texts = isinstance(there, str) and isinstance(piece, str)
    numbers = isinstance(there, (int, float)) and isinstance(piece, (int, float))
    return there + piece if texts or numbers else there


def _merge_objects(there: Dict[str, Any], piece: Dict[str, Any]) -> Dict[str, Any]:
    whole: Dict[str, Any] = APIObject(there) if isinstance(there, APIObject) else dict(there)
    _add(whole, piece)
    return whole


def _merged(there: List[Any], pieces: List[Any]) -> List[Any]:
    plain = all(isinstance(item, (str, int, float)) for item in there)
    whole = list(there)
    if plain and (there or not _has_indexes(pieces)):
        return whole + [copy_untyped(piece) for piece in pieces]
    for piece in pieces:
        if not isinstance(piece, dict):
            raise TypeError("An item of a list of objects is no object: {!r}".format(piece))
        if "index" not in piece:
            raise RuntimeError("Expected list delta entry to have an `index` key; {!r}".format(piece))
        index = piece["index"]
        if not isinstance(index, int):
            raise TypeError("The index of an item is no whole number: {!r}".format(index))
        if not -len(whole) <= index < len(whole):
            whole.insert(index, copy_untyped(piece))
        elif isinstance(whole[index], dict):
            whole[index] = _merge_objects(whole[index], piece)
        else:
            raise TypeError("An object can't be added to {!r}".format(whole[index]))
    return whole


def _has_indexes(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(item, dict) and "index" in item for item in value)
