# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from ...._models import BaseModel

class ChatSessionHistory(BaseModel):
    enabled: bool
    recent_threads: Optional[int] = ...
