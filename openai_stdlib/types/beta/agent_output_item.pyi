# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Union, Optional
from typing_extensions import Literal, Annotated, TypeAlias
from ..._utils import PropertyInfo
from ..._models import BaseModel
from .agent_mcp_call_item import AgentMcpCallItem
from .agent_reasoning_item import AgentReasoningItem
from .agent_function_call_item import AgentFunctionCallItem
from .agent_function_call_status import AgentFunctionCallStatus
from .agent_web_search_call_item import AgentWebSearchCallItem
from .agent_command_execution_item import AgentCommandExecutionItem
from .agent_close_subagent_call_item import AgentCloseSubagentCallItem
from .agent_create_subagent_call_item import AgentCreateSubagentCallItem
from .agent_resume_subagent_call_item import AgentResumeSubagentCallItem
from .agent_session_assistant_message import AgentSessionAssistantMessage
from .agent_interrupt_subagent_call_item import AgentInterruptSubagentCallItem
from .agent_wait_for_subagents_call_item import AgentWaitForSubagentsCallItem
from .agent_send_subagent_input_call_item import AgentSendSubagentInputCallItem

class ComputerUseCallItemResourceOutput(BaseModel):
    image_url: str
    type: Literal["computer_screenshot"]

class ComputerUseCallItemResource(BaseModel):
    id: str
    output: Optional[ComputerUseCallItemResourceOutput] = ...
    status: AgentFunctionCallStatus
    title: Optional[str] = ...
    turn_id: str
    type: Literal["computer_use_call"]

class BrowserAuthenticationRequestItemResourceRequestField(BaseModel):
    id: str
    label: str
    required: bool
    type: str

class BrowserAuthenticationRequestItemResourceRequestOption(BaseModel):
    id: str
    field_ids: List[str]
    label: str

class BrowserAuthenticationRequestItemResourceRequest(BaseModel):
    credential_origin: Optional[str] = ...
    fields: List[BrowserAuthenticationRequestItemResourceRequestField]
    options: List[BrowserAuthenticationRequestItemResourceRequestOption]
    reason: Optional[str] = ...
    type: Literal["browser_authentication"]

class BrowserAuthenticationRequestItemResource(BaseModel):
    id: str
    request: BrowserAuthenticationRequestItemResourceRequest
    request_id: str
    turn_id: str
    type: Literal["computer_use_approval_request"]

AgentOutputItem: TypeAlias = Annotated[
    Union[
        AgentSessionAssistantMessage,
        AgentReasoningItem,
        AgentFunctionCallItem,
        AgentMcpCallItem,
        ComputerUseCallItemResource,
        BrowserAuthenticationRequestItemResource,
        AgentWebSearchCallItem,
        AgentCommandExecutionItem,
        AgentCreateSubagentCallItem,
        AgentSendSubagentInputCallItem,
        AgentResumeSubagentCallItem,
        AgentWaitForSubagentsCallItem,
        AgentInterruptSubagentCallItem,
        AgentCloseSubagentCallItem,
    ],
    PropertyInfo(discriminator="type"),
]
