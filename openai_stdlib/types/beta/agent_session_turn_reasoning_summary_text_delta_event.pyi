# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ..._models import BaseModel

class AgentSessionTurnReasoningSummaryTextDeltaEvent(BaseModel):
    delta: str
    event_id: str
    item_id: str
    output_index: int
    session_id: str
    summary_index: int
    turn_id: Optional[str] = ...
    type: Literal["agent.session.turn.reasoning_summary_text.delta"]
    obfuscation: Optional[str] = ...
