# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Optional
from typing_extensions import Literal
from ..._models import BaseModel

class Content(BaseModel):
    text: Optional[str] = ...
    type: Optional[Literal["input_text"]] = ...

class RealtimeConversationItemSystemMessage(BaseModel):
    content: List[Content]
    role: Literal["system"]
    type: Literal["message"]
    id: Optional[str] = ...
    object: Optional[Literal["realtime.item"]] = ...
    status: Optional[Literal["completed", "incomplete", "in_progress"]] = ...
