# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from ..._models import BaseModel

class ServerEventSelector(BaseModel):
    type: str
    response_event: Optional[str] = ...
