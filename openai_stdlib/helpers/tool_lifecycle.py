# SPDX-License-Identifier: MIT
"""Admission of runs, one at a time, and how functions of programs are called."""

from __future__ import annotations

import inspect
from threading import Lock

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Optional

    CloseStatus = Dict[str, str]


class ToolLifecycle:
    """Whether an object that works for one caller at a time is free, busy or closed."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._lock = Lock()
        self._is_active = False
        self._is_closed = False

    def enter(self) -> None:
        """Begin a run. Raises RuntimeError if one is active, or after `close`."""
        with self._lock:
            if self._is_closed:
                raise RuntimeError("{} is closed.".format(self._name))
            if self._is_active:
                raise RuntimeError("{} is busy with another call.".format(self._name))
            self._is_active = True

    def exit(self) -> None:
        """End a run."""
        with self._lock:
            self._is_active = False

    def close(self) -> CloseStatus:
        """Refuse further runs, and return whether one is still active ("draining")."""
        with self._lock:
            self._is_closed = True
            return {"status": "draining" if self._is_active else "closed"}


def call_handler(handler: Callable[..., Any], argument: Any, cancelled: Optional[Callable[[], bool]]) -> Any:
    """Call a function of the program, with `cancelled` if it has a parameter of this name."""
    try:
        parameter = inspect.signature(handler).parameters.get("cancelled")
    except (TypeError, ValueError):  # a function without a signature
        parameter = None
    if parameter is not None and parameter.kind in (parameter.KEYWORD_ONLY, parameter.POSITIONAL_OR_KEYWORD):
        if next(iter(inspect.signature(handler).parameters)) != "cancelled":
            return handler(argument, cancelled=cancelled)
    return handler(argument)
