# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from ..._models import BaseModel

class SessionUsage(BaseModel):
    seconds: float
    active_seconds: Optional[int] = ...
    paused_seconds: Optional[int] = ...
