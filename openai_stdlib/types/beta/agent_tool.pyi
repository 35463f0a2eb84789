# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict, List, Union, Optional
from typing_extensions import Literal, Annotated, TypeAlias
from ..._utils import PropertyInfo
from ..._models import BaseModel
from .mcp_transport import McpTransport

class AgentToolResourceFunction(BaseModel):
    defer_loading: bool
    description: str
    name: str
    parameters: Dict[str, object]
    type: Literal["function"]
    async_: Optional[bool] = ...

class AgentToolResourceProgrammaticToolCalling(BaseModel):
    enabled: bool
    type: Literal["programmatic_tool_calling"]

class AgentToolResourceMcp(BaseModel):
    allowed_tools: Optional[List[str]] = ...
    connection_origin: Literal["service", "environment"]
    credential_id: Optional[str] = ...
    request_metadata: Dict[str, object]
    required: bool
    server_label: str
    transport: McpTransport
    type: Literal["mcp"]

class AgentToolResourceWebSearchLocation(BaseModel):
    city: Optional[str] = ...
    country: Optional[str] = ...
    region: Optional[str] = ...
    timezone: Optional[str] = ...

class AgentToolResourceWebSearch(BaseModel):
    allowed_domains: Optional[List[str]] = ...
    context_size: Literal["low", "medium", "high"]
    location: Optional[AgentToolResourceWebSearchLocation] = ...
    mode: Literal["disabled", "cached", "live"]
    type: Literal["web_search"]

class AgentToolResourceComputerUse(BaseModel):
    include_screenshots: bool
    type: Literal["computer_use"]

class AgentToolResourceAutomations(BaseModel):
    type: Literal["automations"]

AgentTool: TypeAlias = Annotated[
    Union[
        AgentToolResourceFunction,
        AgentToolResourceProgrammaticToolCalling,
        AgentToolResourceMcp,
        AgentToolResourceWebSearch,
        AgentToolResourceComputerUse,
        AgentToolResourceAutomations,
    ],
    PropertyInfo(discriminator="type"),
]
