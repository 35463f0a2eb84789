# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict, List, Union, Optional
from typing_extensions import Literal, Annotated, TypeAlias
from ..._utils import PropertyInfo
from ..._models import BaseModel
from .agent_text import AgentText
from .agent_tool import AgentTool
from .environment import Environment
from .token_usage import TokenUsage
from .agent_reasoning import AgentReasoning
from .multi_agent_config import MultiAgentConfig

class AgentCompaction(BaseModel):
    async_: bool

class AgentExperimental(BaseModel):
    time_awareness: bool

class Agent(BaseModel):
    id: str
    instructions: Optional[str] = ...
    model: str
    multi_agent: MultiAgentConfig
    name: Optional[str] = ...
    reasoning: AgentReasoning
    service_tier: Literal["auto", "default", "flex", "priority", "fast", "ultrafast"]
    text: AgentText
    tools: List[AgentTool]
    compaction: Optional[AgentCompaction] = ...
    experimental: Optional[AgentExperimental] = ...

class RequiredActionSessionRequiredActionResourceMcpApprovalRequestRequest(BaseModel):
    arguments: object
    message: str
    name: Optional[str] = ...
    server_label: str
    type: Literal["mcp_tool_call"]

class RequiredActionSessionRequiredActionResourceMcpApprovalRequest(BaseModel):
    request: RequiredActionSessionRequiredActionResourceMcpApprovalRequestRequest
    request_id: str
    turn_id: str
    type: Literal["mcp_approval_request"]

class RequiredActionSessionRequiredActionResourceComputerUseApprovalRequestRequestComputerUseApprovalRequestKindResourceBrowserAuthenticationField(
    BaseModel
):
    id: str
    label: str
    required: bool
    type: str

class RequiredActionSessionRequiredActionResourceComputerUseApprovalRequestRequestComputerUseApprovalRequestKindResourceBrowserAuthenticationOption(
    BaseModel
):
    id: str
    field_ids: List[str]
    label: str

class RequiredActionSessionRequiredActionResourceComputerUseApprovalRequestRequestComputerUseApprovalRequestKindResourceBrowserAuthentication(
    BaseModel
):
    credential_origin: Optional[str] = ...
    fields: List[
        RequiredActionSessionRequiredActionResourceComputerUseApprovalRequestRequestComputerUseApprovalRequestKindResourceBrowserAuthenticationField
    ]
    options: List[
        RequiredActionSessionRequiredActionResourceComputerUseApprovalRequestRequestComputerUseApprovalRequestKindResourceBrowserAuthenticationOption
    ]
    reason: Optional[str] = ...
    type: Literal["browser_authentication"]

class RequiredActionSessionRequiredActionResourceComputerUseApprovalRequestRequestComputerUseApprovalRequestKindResourceBrowserOriginAccess(
    BaseModel
):
    origin: str
    reason: Optional[str] = ...
    type: Literal["browser_origin_access"]

RequiredActionSessionRequiredActionResourceComputerUseApprovalRequestRequest: TypeAlias = Annotated[
    Union[
        RequiredActionSessionRequiredActionResourceComputerUseApprovalRequestRequestComputerUseApprovalRequestKindResourceBrowserAuthentication,
        RequiredActionSessionRequiredActionResourceComputerUseApprovalRequestRequestComputerUseApprovalRequestKindResourceBrowserOriginAccess,
    ],
    PropertyInfo(discriminator="type"),
]

class RequiredActionSessionRequiredActionResourceComputerUseApprovalRequest(BaseModel):
    request: RequiredActionSessionRequiredActionResourceComputerUseApprovalRequestRequest
    request_id: str
    turn_id: str
    type: Literal["computer_use_approval_request"]

class RequiredActionSessionRequiredActionResourceFunctionCall(BaseModel):
    arguments: object
    call_id: str
    name: str
    turn_id: str
    type: Literal["function_call"]

class RequiredActionSessionRequiredActionResourceEnvironmentConnection(BaseModel):
    environment_id: str
    type: Literal["environment_connection"]

RequiredAction: TypeAlias = Annotated[
    Union[
        RequiredActionSessionRequiredActionResourceMcpApprovalRequest,
        RequiredActionSessionRequiredActionResourceComputerUseApprovalRequest,
        RequiredActionSessionRequiredActionResourceFunctionCall,
        RequiredActionSessionRequiredActionResourceEnvironmentConnection,
    ],
    PropertyInfo(discriminator="type"),
]

class PromptCacheOptions(BaseModel):
    ttl: Literal["30m", "12h"]

class AgentSession(BaseModel):
    id: str
    agent: Agent
    created_at: int
    environment: Environment
    error: Optional[str] = ...
    last_active_at: int
    metadata: Dict[str, str]
    object: Literal["agent.session"]
    required_actions: List[RequiredAction]
    status: Literal["idle", "in_progress", "requires_action", "failed"]
    usage: Optional[TokenUsage] = ...
    vault_ids: List[str]
    prompt_cache_options: Optional[PromptCacheOptions] = ...
    review: Optional[Literal["none", "auto_review"]] = ...
