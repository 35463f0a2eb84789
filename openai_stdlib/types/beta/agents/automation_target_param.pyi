# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict, Union, Iterable, Optional
from typing_extensions import Literal, Required, Annotated, TypeAlias, TypedDict
from ...._types import SequenceNotStr
from ...._utils import PropertyInfo
from ..agent_text_param import AgentTextParam
from ..agent_tool_param import AgentToolParam
from ..environment_param import EnvironmentParam
from ..agent_reasoning_param import AgentReasoningParam
from ..multi_agent_config_param import MultiAgentConfigParam
from ..agent_session_input_message_param import AgentSessionInputMessageParam

class AutomationTargetParamNewSessionAgentCompaction(TypedDict, total=False):
    async_: Annotated[Optional[bool], PropertyInfo(alias="async")]

class AutomationTargetParamNewSessionAgentExperimental(TypedDict, total=False):
    time_awareness: bool

class AutomationTargetParamNewSessionAgent(TypedDict, total=False):
    compaction: Optional[AutomationTargetParamNewSessionAgentCompaction]
    experimental: AutomationTargetParamNewSessionAgentExperimental
    instructions: Optional[str]
    model: str
    multi_agent: Optional[MultiAgentConfigParam]
    reasoning: Optional[AgentReasoningParam]
    service_tier: Optional[Literal["auto", "default", "flex", "priority", "fast", "ultrafast"]]
    text: Optional[AgentTextParam]
    tools: Optional[Iterable[AgentToolParam]]

class AutomationTargetParamNewSession(TypedDict, total=False):
    environment: Required[EnvironmentParam]
    input: Required[Iterable[AgentSessionInputMessageParam]]
    type: Required[Literal["new_session"]]
    agent: AutomationTargetParamNewSessionAgent
    agent_id: str
    metadata: Optional[Dict[str, str]]
    vault_ids: Optional[SequenceNotStr[str]]

class AutomationTargetParamExistingSession(TypedDict, total=False):
    instructions: Required[str]
    session_id: Required[str]
    type: Required[Literal["existing_session"]]

AutomationTargetParam: TypeAlias = Union[AutomationTargetParamNewSession, AutomationTargetParamExistingSession]
