# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Optional
from typing_extensions import Literal
from ..._models import BaseModel
from .output_text import OutputText
from .agent_output_item_status import AgentOutputItemStatus

class AgentSessionAssistantMessage(BaseModel):
    id: str
    content: List[OutputText]
    phase: Optional[Literal["commentary", "final_answer"]] = ...
    role: Literal["assistant"]
    status: AgentOutputItemStatus
    turn_id: str
    type: Literal["message"]
