# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict, Union, Optional
from typing_extensions import Literal, Required, TypeAlias, TypedDict
from ..._types import SequenceNotStr
from .mcp_transport_param import McpTransportParam

_AgentToolConfigParamFunctionReservedKeywords = TypedDict(
    "_AgentToolConfigParamFunctionReservedKeywords", {"async": bool}, total=False
)

class AgentToolConfigParamFunction(_AgentToolConfigParamFunctionReservedKeywords, total=False):
    description: Required[str]
    name: Required[str]
    parameters: Required[Dict[str, object]]
    type: Required[Literal["function"]]
    defer_loading: bool

class AgentToolConfigParamToolSearch(TypedDict, total=False):
    type: Required[Literal["tool_search"]]

class AgentToolConfigParamProgrammaticToolCalling(TypedDict, total=False):
    type: Required[Literal["programmatic_tool_calling"]]
    enabled: bool

class AgentToolConfigParamMcp(TypedDict, total=False):
    server_label: Required[str]
    transport: Required[McpTransportParam]
    type: Required[Literal["mcp"]]
    allowed_tools: Optional[SequenceNotStr[str]]
    connection_origin: Optional[Literal["service", "environment"]]
    credential_id: Optional[str]
    request_metadata: Optional[Dict[str, object]]
    required: bool

class AgentToolConfigParamWebSearchLocation(TypedDict, total=False):
    city: Optional[str]
    country: Optional[str]
    region: Optional[str]
    timezone: Optional[str]

class AgentToolConfigParamWebSearch(TypedDict, total=False):
    type: Required[Literal["web_search"]]
    allowed_domains: Optional[SequenceNotStr[str]]
    context_size: Optional[Literal["low", "medium", "high"]]
    location: Optional[AgentToolConfigParamWebSearchLocation]
    mode: Optional[Literal["disabled", "cached", "live"]]

class AgentToolConfigParamComputerUse(TypedDict, total=False):
    type: Required[Literal["computer_use"]]
    include_screenshots: bool

class AgentToolConfigParamAutomations(TypedDict, total=False):
    type: Required[Literal["automations"]]

AgentToolParam: TypeAlias = Union[
    AgentToolConfigParamFunction,
    AgentToolConfigParamToolSearch,
    AgentToolConfigParamProgrammaticToolCalling,
    AgentToolConfigParamMcp,
    AgentToolConfigParamWebSearch,
    AgentToolConfigParamComputerUse,
    AgentToolConfigParamAutomations,
]
