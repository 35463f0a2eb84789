# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict, Union, Optional
from typing_extensions import Literal, Required, TypeAlias, TypedDict
from ..._types import SequenceNotStr
from .persisted_mcp_transport_param import PersistedMcpTransportParam

_PersistedAgentToolConfigParamFunctionReservedKeywords = TypedDict(
    "_PersistedAgentToolConfigParamFunctionReservedKeywords", {"async": bool}, total=False
)

class PersistedAgentToolConfigParamFunction(_PersistedAgentToolConfigParamFunctionReservedKeywords, total=False):
    description: Required[str]
    name: Required[str]
    parameters: Required[Dict[str, object]]
    type: Required[Literal["function"]]
    defer_loading: bool

class PersistedAgentToolConfigParamToolSearch(TypedDict, total=False):
    type: Required[Literal["tool_search"]]

class PersistedAgentToolConfigParamProgrammaticToolCalling(TypedDict, total=False):
    type: Required[Literal["programmatic_tool_calling"]]
    enabled: bool

class PersistedAgentToolConfigParamMcp(TypedDict, total=False):
    server_label: Required[str]
    transport: Required[PersistedMcpTransportParam]
    type: Required[Literal["mcp"]]
    allowed_tools: Optional[SequenceNotStr[str]]
    connection_origin: Optional[Literal["service", "environment"]]
    credential_id: Optional[str]
    request_metadata: Optional[Dict[str, object]]
    required: bool

class PersistedAgentToolConfigParamWebSearchLocation(TypedDict, total=False):
    city: Optional[str]
    country: Optional[str]
    region: Optional[str]
    timezone: Optional[str]

class PersistedAgentToolConfigParamWebSearch(TypedDict, total=False):
    type: Required[Literal["web_search"]]
    allowed_domains: Optional[SequenceNotStr[str]]
    context_size: Optional[Literal["low", "medium", "high"]]
    location: Optional[PersistedAgentToolConfigParamWebSearchLocation]
    mode: Optional[Literal["disabled", "cached", "live"]]

class PersistedAgentToolConfigParamComputerUse(TypedDict, total=False):
    type: Required[Literal["computer_use"]]
    include_screenshots: bool

class PersistedAgentToolConfigParamAutomations(TypedDict, total=False):
    type: Required[Literal["automations"]]

PersistedAgentToolParam: TypeAlias = Union[
    PersistedAgentToolConfigParamFunction,
    PersistedAgentToolConfigParamToolSearch,
    PersistedAgentToolConfigParamProgrammaticToolCalling,
    PersistedAgentToolConfigParamMcp,
    PersistedAgentToolConfigParamWebSearch,
    PersistedAgentToolConfigParamComputerUse,
    PersistedAgentToolConfigParamAutomations,
]
