# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union, Iterable, Optional
from typing_extensions import Literal, Required, TypeAlias, TypedDict
from .agent_function_call_output_param import AgentFunctionCallOutputParam
from .agent_session_input_message_param import AgentSessionInputMessageParam
from .agent_browser_origin_access_param_param import AgentBrowserOriginAccessParamParam
from .agent_browser_authentication_cancel_param_param import AgentBrowserAuthenticationCancelParamParam
from .agent_browser_authentication_submit_param_param import AgentBrowserAuthenticationSubmitParamParam

class SessionInputParamAgentSessionInputMcpApprovalRequestResultResponse(TypedDict, total=False):
    decision: Required[Literal["approve", "deny", "cancel"]]
    type: Required[Literal["mcp_tool_call"]]

class SessionInputParamAgentSessionInputMcpApprovalRequestResult(TypedDict, total=False):
    request_id: Required[str]
    response: Required[SessionInputParamAgentSessionInputMcpApprovalRequestResultResponse]
    type: Required[Literal["agent.session.input.mcp_approval_request_result"]]

SessionInputParamAgentSessionInputComputerUseApprovalRequestResultResponse: TypeAlias = Union[
    AgentBrowserAuthenticationSubmitParamParam,
    AgentBrowserAuthenticationCancelParamParam,
    AgentBrowserOriginAccessParamParam,
]

class SessionInputParamAgentSessionInputComputerUseApprovalRequestResult(TypedDict, total=False):
    request_id: Required[str]
    response: Required[SessionInputParamAgentSessionInputComputerUseApprovalRequestResultResponse]
    type: Required[Literal["agent.session.input.computer_use_approval_request_result"]]

class SessionInputParamAgentSessionInputMessage(TypedDict, total=False):
    input: Required[Iterable[AgentSessionInputMessageParam]]
    type: Required[Literal["agent.session.input.message"]]

class SessionInputParamAgentSessionInputCancel(TypedDict, total=False):
    type: Required[Literal["agent.session.input.cancel"]]

class SessionInputParamAgentSessionInputToolResult(TypedDict, total=False):
    call_id: Required[str]
    success: Required[bool]
    turn_id: Required[str]
    type: Required[Literal["agent.session.input.tool_result"]]
    error: Optional[str]
    output: Optional[AgentFunctionCallOutputParam]

AgentSessionInputParam: TypeAlias = Union[
    SessionInputParamAgentSessionInputMcpApprovalRequestResult,
    SessionInputParamAgentSessionInputComputerUseApprovalRequestResult,
    SessionInputParamAgentSessionInputMessage,
    SessionInputParamAgentSessionInputCancel,
    SessionInputParamAgentSessionInputToolResult,
]
