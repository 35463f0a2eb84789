# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ..._models import BaseModel

class InfoEvent(BaseModel):
    code: str
    event_id: str
    message: str
    type: Literal["info"]
    client_event_id: Optional[str] = ...
