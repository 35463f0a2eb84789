# SPDX-License-Identifier: MIT
"""`openai._extras`: optional libraries that are imported when they are first touched."""

from __future__ import annotations

from ..helpers.audio_libraries import MissingDependencyError, load_library

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

__all__ = ["MissingDependencyError", "has_numpy", "numpy", "pandas", "sounddevice"]


class _LazyLibrary:
    """A library by its name; touching an attribute imports it, or raises MissingDependencyError."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, name: str) -> Any:
        return getattr(load_library(self._name), name)

    def __repr__(self) -> str:
        return "<library {}>".format(self._name)


numpy: Any = _LazyLibrary("numpy")
pandas: Any = _LazyLibrary("pandas")
sounddevice: Any = _LazyLibrary("sounddevice")


def has_numpy() -> bool:
    """Return whether numpy is installed."""
    try:
        load_library("numpy")
    except MissingDependencyError:
        return False
    return True
