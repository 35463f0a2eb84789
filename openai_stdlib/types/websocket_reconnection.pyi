# SPDX-License-Identifier: MIT
# Written by tools/stubs.py; do not edit.
from typing_extensions import TypedDict
from .._types import Query, Headers

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
