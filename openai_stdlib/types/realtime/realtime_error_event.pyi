# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import Literal
from ..._models import BaseModel
from .realtime_error import RealtimeError

class RealtimeErrorEvent(BaseModel):
    error: RealtimeError
    event_id: str
    type: Literal["error"]
