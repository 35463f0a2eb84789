# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from .error import Error
from ..._models import BaseModel

class ErrorEvent(BaseModel):
    error: Error
    event_id: str
    type: Literal["error"]
    client_event_id: Optional[str] = ...
