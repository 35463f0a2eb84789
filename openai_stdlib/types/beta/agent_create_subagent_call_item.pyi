# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Optional
from typing_extensions import Literal
from ..._models import BaseModel
from .agent_content import AgentContent
from .agent_function_call_status import AgentFunctionCallStatus

class AgentCreateSubagentCallItem(BaseModel):
    id: str
    agent_id: str
    content: List[AgentContent]
    model: Optional[str] = ...
    reasoning_effort: Optional[str] = ...
    status: AgentFunctionCallStatus
    turn_id: str
    type: Literal["create_subagent_call"]
