# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Optional
from typing_extensions import Literal
from ..._models import BaseModel

class Summary(BaseModel):
    text: str
    type: Literal["summary_text"]

class Content(BaseModel):
    text: str
    type: Literal["reasoning_text"]

class ResponseReasoningItem(BaseModel):
    id: str
    summary: List[Summary]
    type: Literal["reasoning"]
    content: Optional[List[Content]] = ...
    encrypted_content: Optional[str] = ...
    status: Optional[Literal["in_progress", "completed", "incomplete"]] = ...
