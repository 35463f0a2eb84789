# SPDX-License-Identifier: MIT
"""What the argument `on_reconnecting` of `connect` is called with, and what it returns."""

from dataclasses import dataclass
from typing_extensions import TypedDict

from .._types import Headers, Query

@dataclass(frozen=True)
class ReconnectingEvent:
    attempt: int
    max_attempts: int
    delay: float
    close_code: int
    extra_query: Query
    extra_headers: Headers

class ReconnectingOverrides(TypedDict, total=False):
    extra_query: Query
    extra_headers: Headers
    abort: bool

def is_recoverable_close(code: int) -> bool: ...
