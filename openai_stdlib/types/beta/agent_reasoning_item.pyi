# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Optional
from typing_extensions import Literal
from ..._models import BaseModel
from .summary_text import SummaryText
from .agent_output_item_status import AgentOutputItemStatus

class AgentReasoningItem(BaseModel):
    id: str
    status: Optional[AgentOutputItemStatus] = ...
    summary: List[SummaryText]
    turn_id: str
    type: Literal["reasoning"]
