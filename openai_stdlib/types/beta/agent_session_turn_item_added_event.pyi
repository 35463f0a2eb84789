# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ..._models import BaseModel
from .agent_session_item import AgentSessionItem

class AgentSessionTurnItemAddedEvent(BaseModel):
    event_id: str
    item: AgentSessionItem
    output_index: Optional[int] = ...
    session_id: str
    turn_id: Optional[str] = ...
    type: Literal["agent.session.turn.item.added"]
    obfuscation: Optional[str] = ...
