# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict, Union, Iterable, Optional
from typing_extensions import Literal, Required, Annotated, TypedDict
from ...._types import SequenceNotStr
from ...._utils import PropertyInfo
from ..agent_text_param import AgentTextParam
from ..agent_tool_param import AgentToolParam
from ..environment_param import EnvironmentParam
from ..agent_reasoning_param import AgentReasoningParam
from ..multi_agent_config_param import MultiAgentConfigParam
from ..agent_session_input_message_param import AgentSessionInputMessageParam

class SessionCreateParamsBase(TypedDict, total=False):
    environment: Required[EnvironmentParam]
    agent: Agent
    agent_id: str
    input: Union[str, Iterable[AgentSessionInputMessageParam], None]
    metadata: Optional[Dict[str, str]]
    prompt_cache_options: Optional[PromptCacheOptions]
    review: Literal["none", "auto_review"]
    stream_options: StreamOptions
    vault_ids: Optional[SequenceNotStr[str]]

class AgentCompaction(TypedDict, total=False):
    async_: Annotated[Optional[bool], PropertyInfo(alias="async")]

class AgentExperimental(TypedDict, total=False):
    time_awareness: bool

class Agent(TypedDict, total=False):
    compaction: Optional[AgentCompaction]
    experimental: AgentExperimental
    instructions: Optional[str]
    model: str
    multi_agent: Optional[MultiAgentConfigParam]
    reasoning: Optional[AgentReasoningParam]
    service_tier: Optional[Literal["auto", "default", "flex", "priority", "fast", "ultrafast"]]
    text: Optional[AgentTextParam]
    tools: Optional[Iterable[AgentToolParam]]

class PromptCacheOptions(TypedDict, total=False):
    ttl: Literal["30m", "12h"]

class StreamOptions(TypedDict, total=False):
    include_obfuscation: bool

class SessionCreateParamsNonStreaming(SessionCreateParamsBase, total=False):
    stream: Literal[False]

class SessionCreateParamsStreaming(SessionCreateParamsBase):
    stream: Required[Literal[True]]

SessionCreateParams = Union[SessionCreateParamsNonStreaming, SessionCreateParamsStreaming]
