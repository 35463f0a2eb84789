# SPDX-License-Identifier: MIT
"""Base class of the events that stream helpers emit in addition to those of the server.

Subclasses may compute fields on access, so that an event that is never read costs next to nothing.
"""

from __future__ import annotations

from ..results.models import subscript
from ..results.objects import APIObject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, ClassVar, Dict, Tuple


class Event:
    """An event whose fields are attributes and items; serializes like `APIObject` (`to_dict`, `model_dump`, …)."""

    __slots__: Tuple[str, ...] = ()
    _fields: Tuple[str, ...] = ()
    type = ""
    __class_getitem__: Any = classmethod(subscript)

    def _to_object(self) -> APIObject:
        return APIObject((name, getattr(self, name)) for name in self._fields)

    def __getitem__(self, name: str) -> Any:
        if name not in self._fields:
            raise KeyError(name)
        return getattr(self, name)

    def to_dict(self, **options: Any) -> Dict[str, Any]:
        """Return the fields as plain dicts and lists, recursively."""
        return self._to_object().to_dict(**options)

    def to_json(self, **options: Any) -> str:
        """Return the fields as JSON text."""
        return self._to_object().to_json(**options)

    def model_dump(self, **options: Any) -> Dict[str, Any]:
        """Return the fields as plain dicts and lists, with None for fields that were not sent."""
        return self._to_object().model_dump(**options)

    def model_dump_json(self, **options: Any) -> str:
        """Return the result of `model_dump` as JSON text."""
        return self._to_object().model_dump_json(**options)

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and all(getattr(self, n) == getattr(other, n) for n in self._fields)

    __hash__: ClassVar[None] = None  # type: ignore[assignment]  # snapshots in its fields may grow

    def __repr__(self) -> str:
        fields = ("{}={!r}".format(name, getattr(self, name)) for name in self._fields)
        return "{}({})".format(type(self).__name__, ", ".join(fields))


def define_event(name: str, event_type: str, fields: str) -> Any:
    """Return an `Event` class whose constructor takes the values of `fields` (names separated by spaces), in order."""
    names = tuple(fields.split())

    def init(self: Any, *values: Any) -> None:
        for field, value in zip(names, values):
            setattr(self, field, value)

    namespace: Dict[str, Any] = {
        "__slots__": names,
        "_fields": ("type",) + names,
        "type": event_type,
        "__init__": init,
        "__module__": __name__,
        "__doc__": "The event {}.".format(event_type),
    }
    return type(name, (Event,), namespace)
