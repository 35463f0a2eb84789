# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ..._models import BaseModel
from .agent_output_item import AgentOutputItem

class AgentSessionTurnItemDoneEvent(BaseModel):
    event_id: str
    item: AgentOutputItem
    output_index: int
    session_id: str
    turn_id: Optional[str] = ...
    type: Literal["agent.session.turn.item.done"]
    obfuscation: Optional[str] = ...
