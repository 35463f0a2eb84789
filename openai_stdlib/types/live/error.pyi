# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from ..._models import BaseModel

class Error(BaseModel):
    code: str
    message: str
    type: str
    client_event_id: Optional[str] = ...
    param: Optional[str] = ...
