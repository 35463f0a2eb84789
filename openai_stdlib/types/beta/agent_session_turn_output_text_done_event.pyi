# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ..._models import BaseModel

class AgentSessionTurnOutputTextDoneEvent(BaseModel):
    content_index: int
    event_id: str
    item_id: str
    output_index: int
    session_id: str
    text: str
    turn_id: Optional[str] = ...
    type: Literal["agent.session.turn.output_text.done"]
    obfuscation: Optional[str] = ...
