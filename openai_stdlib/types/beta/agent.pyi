# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict, List, Optional
from typing_extensions import Literal
from ..._models import BaseModel
from .agent_text import AgentText
from .agent_reasoning import AgentReasoning
from .multi_agent_config import MultiAgentConfig
from .persisted_agent_tool import PersistedAgentTool

class Compaction(BaseModel):
    async_: bool

class Experimental(BaseModel):
    time_awareness: bool

class Agent(BaseModel):
    id: str
    created_at: int
    instructions: Optional[str] = ...
    metadata: Dict[str, str]
    model: str
    multi_agent: MultiAgentConfig
    name: Optional[str] = ...
    object: Literal["agent"]
    reasoning: AgentReasoning
    service_tier: Literal["auto", "default", "flex", "priority", "fast", "ultrafast"]
    text: AgentText
    tools: List[PersistedAgentTool]
    updated_at: int
    compaction: Optional[Compaction] = ...
    experimental: Optional[Experimental] = ...
