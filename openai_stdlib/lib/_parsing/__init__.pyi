# SPDX-License-Identifier: MIT
"""Type variables of structured output."""

from typing_extensions import TypeVar

ResponseFormatT = TypeVar("ResponseFormatT", default=None)
