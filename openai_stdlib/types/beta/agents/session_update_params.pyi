# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict, Iterable, Optional
from typing_extensions import Literal, TypedDict
from ..agent_tool_param import AgentToolParam

class SessionUpdateParams(TypedDict, total=False):
    agent: Agent
    metadata: Optional[Dict[str, str]]
    prompt_cache_options: Optional[PromptCacheOptions]
    review: Literal["none", "auto_review"]

class AgentReasoning(TypedDict, total=False):
    effort: Optional[Literal["none", "minimal", "low", "medium", "high", "xhigh", "max"]]

class Agent(TypedDict, total=False):
    model: str
    reasoning: AgentReasoning
    service_tier: Optional[Literal["auto", "default", "flex", "priority", "fast", "ultrafast"]]
    tools: Optional[Iterable[AgentToolParam]]

class PromptCacheOptions(TypedDict, total=False):
    ttl: Literal["30m", "12h"]
