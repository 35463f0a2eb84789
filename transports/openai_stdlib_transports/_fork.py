# SPDX-License-Identifier: MIT
"""Forked child processes: they get new clients, and leave the parent's responses alone.

The core has the same in transport/pool.py; the adapters do not import the core.
"""

from __future__ import annotations

import os
import weakref

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable

_inherited: dict[int, tuple[weakref.ref[Any], Callable[[Any], None]]] = {}  # by id of the object


def call_in_child(function: Callable[[Any], None], obj: Any) -> None:
    """Have `function(obj)` called in each child process that is forked while `obj` exists."""
    key = id(obj)
    _inherited[key] = weakref.ref(obj, lambda _: _inherited.pop(key, None)), function


def _call_all() -> None:  # pragma: no cover  # runs in forked children
    for reference, function in list(_inherited.values()):
        obj = reference()
        if obj is not None:
            function(obj)


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_call_all)
