# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict, List, Union, Optional
from typing_extensions import Literal, Annotated, TypeAlias
from ..._utils import PropertyInfo
from ..._models import BaseModel
from .persisted_mcp_transport import PersistedMcpTransport

class PersistedAgentToolResourceFunction(BaseModel):
    defer_loading: bool
    description: str
    name: str
    parameters: Dict[str, object]
    type: Literal["function"]
    async_: Optional[bool] = ...

class PersistedAgentToolResourceToolSearch(BaseModel):
    type: Literal["tool_search"]

class PersistedAgentToolResourceProgrammaticToolCalling(BaseModel):
    enabled: bool
    type: Literal["programmatic_tool_calling"]

class PersistedAgentToolResourceMcp(BaseModel):
    allowed_tools: Optional[List[str]] = ...
    connection_origin: Literal["service", "environment"]
    credential_id: Optional[str] = ...
    request_metadata: Dict[str, object]
    required: bool
    server_label: str
    transport: PersistedMcpTransport
    type: Literal["mcp"]

class PersistedAgentToolResourceWebSearchLocation(BaseModel):
    city: Optional[str] = ...
    country: Optional[str] = ...
    region: Optional[str] = ...
    timezone: Optional[str] = ...

class PersistedAgentToolResourceWebSearch(BaseModel):
    allowed_domains: Optional[List[str]] = ...
    context_size: Literal["low", "medium", "high"]
    location: Optional[PersistedAgentToolResourceWebSearchLocation] = ...
    mode: Literal["disabled", "cached", "live"]
    type: Literal["web_search"]

class PersistedAgentToolResourceComputerUse(BaseModel):
    include_screenshots: bool
    type: Literal["computer_use"]

class PersistedAgentToolResourceAutomations(BaseModel):
    type: Literal["automations"]

PersistedAgentTool: TypeAlias = Annotated[
    Union[
        PersistedAgentToolResourceFunction,
        PersistedAgentToolResourceToolSearch,
        PersistedAgentToolResourceProgrammaticToolCalling,
        PersistedAgentToolResourceMcp,
        PersistedAgentToolResourceWebSearch,
        PersistedAgentToolResourceComputerUse,
        PersistedAgentToolResourceAutomations,
    ],
    PropertyInfo(discriminator="type"),
]
