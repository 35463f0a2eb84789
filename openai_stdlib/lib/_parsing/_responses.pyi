# SPDX-License-Identifier: MIT
"""Type variables of structured output."""

from typing_extensions import TypeVar

TextFormatT = TypeVar("TextFormatT", default=None)
