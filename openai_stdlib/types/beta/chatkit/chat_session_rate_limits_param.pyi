# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import TypedDict

class ChatSessionRateLimitsParam(TypedDict, total=False):
    max_requests_per_1_minute: int
