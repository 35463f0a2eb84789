# SPDX-License-Identifier: MIT
"""The sentinels `NOT_GIVEN` and `omit`, and helpers that strip them from arguments. Dependency-free.

`None` is a value, null in JSON. An argument that is one of the sentinels counts as not given.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Mapping


class NotGiven:
    """The type of `NOT_GIVEN`, for an argument that is not given. Falsy."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return False

    def __reduce__(self) -> str:
        return "NOT_GIVEN"

    def __repr__(self) -> str:
        return "NOT_GIVEN"


class Omit:
    """The type of `omit`, for a field, header or parameter that must not be sent, even if it has a default. Falsy."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return False

    def __repr__(self) -> str:
        return "omit"


NOT_GIVEN: NotGiven = NotGiven()
not_given: NotGiven = NOT_GIVEN
omit: Omit = Omit()
SENTINEL_TYPES = frozenset((NotGiven, Omit))


def is_given(value: Any) -> bool:
    """Return whether an argument was given; None counts as not given."""
    return value is not None and type(value) not in SENTINEL_TYPES


def strip_not_given(arguments: Mapping[str, Any]) -> Dict[str, Any]:
    """Return a copy without sentinels, at any depth of dicts, lists and tuples."""
    return {name: _strip_value(value) for name, value in arguments.items() if type(value) not in SENTINEL_TYPES}


def _strip_value(value: Any) -> Any:
    if isinstance(value, dict):
        return strip_not_given(value)
    if isinstance(value, (list, tuple)):
        items = [_strip_value(item) for item in value if type(item) not in SENTINEL_TYPES]
        return items if isinstance(value, list) else tuple(items)
    return value
