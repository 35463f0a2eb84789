# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ..._models import BaseModel

class RealtimeConversationItemFunctionCall(BaseModel):
    arguments: str
    name: str
    type: Literal["function_call"]
    id: Optional[str] = ...
    call_id: Optional[str] = ...
    object: Optional[Literal["realtime.item"]] = ...
    status: Optional[Literal["completed", "incomplete", "in_progress"]] = ...
