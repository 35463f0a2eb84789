# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ..._models import BaseModel
from .summary_text import SummaryText

class AgentSessionTurnReasoningSummaryPartDoneEvent(BaseModel):
    event_id: str
    item_id: str
    output_index: int
    part: SummaryText
    session_id: str
    status: Optional[Literal["incomplete"]] = ...
    summary_index: int
    turn_id: Optional[str] = ...
    type: Literal["agent.session.turn.reasoning_summary_part.done"]
    obfuscation: Optional[str] = ...
