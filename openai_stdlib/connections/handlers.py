# SPDX-License-Identifier: MIT
"""Handlers of events, in the order in which they were added. No I/O.

Each change is one atomic operation on a list, so threads may add and remove handlers at any time.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, List, Optional, Tuple, TypeVar

    Self = TypeVar("Self", bound="HandlerMixin")

ANY_EVENT = "event"  # the type of handlers that are called for every event


class EventHandlers:
    """Handlers by the type of the events that they are called for."""

    __slots__ = ("_by_type",)

    def __init__(self) -> None:
        self._by_type: Dict[str, List[Tuple[Any, bool]]] = {}  # with whether a handler is called only once

    def add(self, event_type: str, handler: Any, once: bool = False) -> None:
        """Add a handler behind the others of its type; one that is there already is added once more."""
        self._by_type.setdefault(event_type, []).append((handler, once))

    def remove(self, event_type: str, handler: Any) -> None:
        """Remove the first equal handler of a type, if there is one."""
        entries = self._by_type.get(event_type, [])
        for entry in list(entries):
            if entry[0] == handler:
                _discard(entries, entry)
                return

    def take(self, event_type: str) -> List[Any]:
        """Return the handlers to call for an event of a type; those that are called only once are removed."""
        entries = self._by_type.get(event_type)
        if not entries:
            return []
        taken = list(entries)
        for entry in taken:
            if entry[1]:
                _discard(entries, entry)
        return [handler for handler, _ in taken]

    def move_to(self, other: EventHandlers) -> None:
        """Give all handlers to another object, behind its own."""
        for event_type, entries in list(self._by_type.items()):
            for handler, once in entries:
                other.add(event_type, handler, once)
        self._by_type.clear()


def _discard(entries: List[Any], entry: Any) -> None:
    try:
        entries.remove(entry)
    except ValueError:  # another thread was first
        pass


class HandlerMixin:
    """`on`, `once` and `off`, for connections and managers."""

    _handlers: EventHandlers

    def on(self, event_type: str, handler: Optional[Callable[..., Any]] = None) -> Any:
        """Call `handler(event)` for each event of a type, or for every event if the type is "event".

        Returns the object itself; without a handler, a decorator that returns the function. Handlers are called by
        `dispatch_events`, in the order in which they were added.
        """
        return self._add_handler(event_type, handler, False)

    def once(self, event_type: str, handler: Optional[Callable[..., Any]] = None) -> Any:
        """Call `handler(event)` for the next event of a type; otherwise like `on`."""
        return self._add_handler(event_type, handler, True)

    def off(self: Self, event_type: str, handler: Callable[..., Any]) -> Self:
        """Remove a handler; nothing happens if it is not there."""
        self._handlers.remove(event_type, handler)
        return self

    def _add_handler(self, event_type: str, handler: Any, once: bool) -> Any:
        if handler is not None:
            self._handlers.add(event_type, handler, once)
            return self

        def decorate(function: Any) -> Any:
            self._handlers.add(event_type, function, once)
            return function

        return decorate
