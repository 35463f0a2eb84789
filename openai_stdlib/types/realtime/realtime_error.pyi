# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from ..._models import BaseModel

class RealtimeError(BaseModel):
    message: str
    type: str
    code: Optional[str] = ...
    event_id: Optional[str] = ...
    param: Optional[str] = ...
