# SPDX-License-Identifier: MIT
"""Deprecation warnings at the line of the program that made a call, however many frames of this package lie between."""

from __future__ import annotations

import sys
from warnings import warn

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def warn_caller(message: str) -> None:
    """Emit a DeprecationWarning at the innermost line that does not belong to this package."""
    assert __package__ is not None
    prefix = __package__.rpartition(".")[0] + "."
    frame, level = sys._getframe(1), 2
    while frame.f_back is not None and (frame.f_globals.get("__name__") or "").startswith(prefix):
        frame, level = frame.f_back, level + 1
    warn(message, DeprecationWarning, level)


def warn_removed(operation: Any) -> None:
    """Warn that an operation has been removed from the API, and name the one that takes its place."""
    text = "{} {} has been removed from the API; use {} instead"
    warn_caller(text.format(operation.method, operation.path, operation.successor))
