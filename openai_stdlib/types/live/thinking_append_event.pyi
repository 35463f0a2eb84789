# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ..._models import BaseModel

class ThinkingAppendEvent(BaseModel):
    content: str
    delegation_id: Optional[str] = ...
    type: Literal["session.thinking.append"]
    event_id: Optional[str] = ...
