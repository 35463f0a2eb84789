# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Optional
from typing_extensions import Literal
from ...._models import BaseModel
from ..agent_text import AgentText
from ..agent_tool import AgentTool
from ..agent_reasoning import AgentReasoning
from ..multi_agent_config import MultiAgentConfig

class Compaction(BaseModel):
    async_: bool

class Experimental(BaseModel):
    time_awareness: bool

class AutomationAgentConfig(BaseModel):
    instructions: Optional[str] = ...
    model: str
    multi_agent: MultiAgentConfig
    reasoning: AgentReasoning
    service_tier: Literal["auto", "default", "flex", "priority", "fast", "ultrafast"]
    text: AgentText
    tools: List[AgentTool]
    compaction: Optional[Compaction] = ...
    experimental: Optional[Experimental] = ...
