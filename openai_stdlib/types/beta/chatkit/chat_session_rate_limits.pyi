# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ...._models import BaseModel

class ChatSessionRateLimits(BaseModel):
    max_requests_per_1_minute: int
