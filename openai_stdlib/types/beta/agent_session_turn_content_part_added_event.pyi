# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ..._models import BaseModel
from .output_text import OutputText

class AgentSessionTurnContentPartAddedEvent(BaseModel):
    content_index: int
    event_id: str
    item_id: str
    output_index: int
    part: OutputText
    session_id: str
    turn_id: Optional[str] = ...
    type: Literal["agent.session.turn.content_part.added"]
    obfuscation: Optional[str] = ...
