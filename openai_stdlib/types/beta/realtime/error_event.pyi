# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ...._models import BaseModel

class Error(BaseModel):
    message: str
    type: str
    code: Optional[str] = ...
    event_id: Optional[str] = ...
    param: Optional[str] = ...

class ErrorEvent(BaseModel):
    error: Error
    event_id: str
    type: Literal["error"]
