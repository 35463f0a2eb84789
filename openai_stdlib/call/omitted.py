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
OMITTED = frozenset((NotGiven, Omit))


def given(arguments: Mapping[str, Any]) -> Dict[str, Any]:
    """Return a copy without what is not given, also inside of mappings and lists; the rest is the same objects."""
    return {name: _given(value) for name, value in arguments.items() if type(value) not in OMITTED}


def holds_omitted(value: Any) -> bool:
    """Tell whether something inside of `value` is not given."""
    if type(value) in OMITTED:
        return True
    if isinstance(value, dict):
        return any(map(holds_omitted, value.values()))
    return isinstance(value, (list, tuple)) and any(map(holds_omitted, value))


def _given(value: Any) -> Any:
    if not holds_omitted(value):
        return value
    if isinstance(value, dict):
        return given(value)
    return [_given(item) for item in value if type(item) not in OMITTED]
