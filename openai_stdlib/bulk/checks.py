# SPDX-License-Identifier: MIT
"""Checks of the options of a bulk run."""

from __future__ import annotations

import zlib

from ..call.errors import ArgumentError, OptionTypeError
from .rows import raw_bytes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Optional


def check_count(name: str, value: Any, maximum: Optional[int] = None) -> int:
    """Return a number of at least 1. Raises OptionTypeError or ArgumentError."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise OptionTypeError("{}: expected a whole number, got {!r}".format(name, value))
    if value < 1 or (maximum is not None and value > maximum):
        bounds = "at least 1" if maximum is None else "from 1 to {:,}".format(maximum)
        raise ArgumentError("{}: expected a number {}, got {}".format(name, bounds, value))
    return value


def checksum_of(value: Any) -> Optional[int]:
    """Return a number that identifies a template or other options; None for None."""
    if value is None:
        return None
    if hasattr(value, "__fspath__") or (isinstance(value, str) and not value.lstrip().startswith("{")):
        with open(value, "rb") as file:
            return zlib.crc32(file.read())
    return zlib.crc32(raw_bytes(value))
