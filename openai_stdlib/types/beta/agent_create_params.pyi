# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict, Iterable, Optional
from typing_extensions import Literal, Required, Annotated, TypedDict
from ..._utils import PropertyInfo
from .agent_text_param import AgentTextParam
from .agent_reasoning_param import AgentReasoningParam
from .multi_agent_config_param import MultiAgentConfigParam
from .persisted_agent_tool_param import PersistedAgentToolParam

class AgentCreateParams(TypedDict, total=False):
    model: Required[str]
    compaction: Optional[Compaction]
    experimental: Experimental
    instructions: Optional[str]
    metadata: Optional[Dict[str, str]]
    multi_agent: Optional[MultiAgentConfigParam]
    name: Optional[str]
    reasoning: Optional[AgentReasoningParam]
    service_tier: Optional[Literal["auto", "default", "flex", "priority", "fast", "ultrafast"]]
    text: Optional[AgentTextParam]
    tools: Optional[Iterable[PersistedAgentToolParam]]

class Compaction(TypedDict, total=False):
    async_: Annotated[Optional[bool], PropertyInfo(alias="async")]

class Experimental(TypedDict, total=False):
    time_awareness: bool
