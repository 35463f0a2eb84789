# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Optional
from typing_extensions import Literal
from ..._models import BaseModel
from .agent_content import AgentContent

class Subagent(BaseModel):
    id: str
    closed_at: Optional[int] = ...
    instructions: Optional[List[AgentContent]] = ...
    name: Optional[str] = ...
    object: Literal["agent.session.subagent"]
    opened_at: int
    parent_agent_id: str
    session_id: str
    status: Literal["active", "closed"]
