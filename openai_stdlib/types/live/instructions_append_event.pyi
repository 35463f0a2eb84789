# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ..._models import BaseModel

class InstructionsAppendEvent(BaseModel):
    content: str
    delegation_id: Optional[str] = ...
    type: Literal["session.instructions.append"]
    event_id: Optional[str] = ...
