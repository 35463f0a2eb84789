# SPDX-License-Identifier: MIT
"""What stands for "not given": the sentinels that the official SDK has, and the removal of what holds them. A leaf.

`None` is a value (JSON's null); these are no value at all: an argument that is one of them was not passed.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Mapping


class NotGiven:
    """The type of `NOT_GIVEN`: an argument that counts as not passed. Falsy."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return False

    def __reduce__(self) -> str:
        return "NOT_GIVEN"

    def __repr__(self) -> str:
        return "NOT_GIVEN"


class Omit:
    """The type of `omit`: a field, header or parameter to be left out, whatever an earlier layer says. Falsy."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return False


NOT_GIVEN = not_given = NotGiven()
omit = Omit()
SENTINEL_TYPES = frozenset((NotGiven, Omit))


def is_given(value: Any) -> bool:
    """Tell whether an argument for which None means nothing was passed."""
    return value is not None and type(value) not in SENTINEL_TYPES


def strip_not_given(arguments: Mapping[str, Any]) -> Dict[str, Any]:
    """Return a copy without what is not given, also inside of mappings and lists."""
    return {name: _given(value) for name, value in arguments.items() if type(value) not in SENTINEL_TYPES}


def _given(value: Any) -> Any:
    if isinstance(value, dict):
        return strip_not_given(value)
    if isinstance(value, (list, tuple)):
        items = [_given(item) for item in value if type(item) not in SENTINEL_TYPES]
        return items if isinstance(value, list) else tuple(items)
    return value


def contains_not_given(value: Any) -> bool:
    """Tell whether something inside of `value` is not given. Looks at each mapping and list once, however they hang."""
    waiting, seen = [value], set()
    while waiting:
        inner = waiting.pop()
        if type(inner) in SENTINEL_TYPES:
            return True
        if isinstance(inner, (dict, list, tuple)) and id(inner) not in seen:
            seen.add(id(inner))
            waiting.extend(inner.values() if isinstance(inner, dict) else inner)
    return False
