# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Optional
from typing_extensions import Literal
from ..._models import BaseModel
from .agent_output_item_status import AgentOutputItemStatus
from .agent_session_message_content import AgentSessionMessageContent

class AgentSessionMessage(BaseModel):
    id: Optional[str] = ...
    content: List[AgentSessionMessageContent]
    phase: Optional[Literal["commentary", "final_answer"]] = ...
    role: Literal["user", "assistant"]
    status: AgentOutputItemStatus
    turn_id: str
    type: Literal["message"]

    @property
    def output_text(self) -> str: ...
