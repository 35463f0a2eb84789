# SPDX-License-Identifier: MIT
"""`Event`: what the helpers for streams tell, beside what the server sent. Pure; the events themselves are theirs.

Fields may be made only when they are read, so that an event that nobody looks at costs next to nothing.
"""

from __future__ import annotations

from ..results.objects import APIObject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Tuple


class Event:
    """Fields as attributes or by name; `to_dict`, `to_json`, `model_dump`, `model_dump_json` as objects have them."""

    __slots__: Tuple[str, ...] = ()
    _fields: Tuple[str, ...] = ()
    type = ""

    def _object(self) -> APIObject:
        return APIObject((name, getattr(self, name)) for name in self._fields)

    def __getitem__(self, name: str) -> Any:
        if name not in self._fields:
            raise KeyError(name)
        return getattr(self, name)

    def to_dict(self, **options: Any) -> Dict[str, Any]:
        """Return the fields as plain dicts and lists, all the way down."""
        return self._object().to_dict(**options)

    def to_json(self, **options: Any) -> str:
        """Return the fields as JSON text."""
        return self._object().to_json(**options)

    def model_dump(self, **options: Any) -> Dict[str, Any]:
        """Return the fields as plain dicts and lists, with None for what wasn't sent."""
        return self._object().model_dump(**options)

    def model_dump_json(self, **options: Any) -> str:
        """Return what `model_dump` gives as JSON text."""
        return self._object().model_dump_json(**options)

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and all(getattr(self, n) == getattr(other, n) for n in self._fields)

    __hash__ = None  # type: ignore[assignment]  # a value that grows

    def __repr__(self) -> str:
        shown = ("{}={!r}".format(name, getattr(self, name)) for name in self._fields)
        return "{}({})".format(type(self).__name__, ", ".join(shown))


def event(name: str, kind: str, fields: str) -> Any:
    """Make a class of events whose fields are given to its constructor, in order."""
    names = tuple(fields.split())

    def init(self: Any, *values: Any) -> None:
        for field, value in zip(names, values):
            setattr(self, field, value)

    namespace: Dict[str, Any] = {
        "__slots__": names,
        "_fields": ("type",) + names,
        "type": kind,
        "__init__": init,
        "__module__": __name__,
        "__doc__": "The event {}.".format(kind),
    }
    return type(name, (Event,), namespace)
