# SPDX-License-Identifier: MIT
"""Helpers under their official names. compat/finder.py makes the modules below; this folder has their type stubs."""

from __future__ import annotations

from ..compat import modules

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, List

__path__: List[str] = []  # no module below is a file


def __getattr__(name: str) -> Any:
    names = modules.names_in("lib")
    if name not in names:
        raise AttributeError("module {!r} has no attribute {!r}".format(__name__, name))
    value = getattr(__import__(names[name], globals(), None, [name], 2), name)
    globals()[name] = value
    return value


def __dir__() -> List[str]:
    return sorted(modules.names_in("lib"))
