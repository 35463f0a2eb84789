# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict, List, Union, Optional
from typing_extensions import Literal, Annotated, TypeAlias
from ..._utils import PropertyInfo
from ..._models import BaseModel
from .beta_tool import BetaTool
from .beta_image_detail import BetaImageDetail
from .beta_mcp_tool_call_error import BetaMcpToolCallError
from .beta_response_input_file import BetaResponseInputFile
from .beta_response_input_text import BetaResponseInputText
from .beta_response_input_image import BetaResponseInputImage
from .beta_response_output_text import BetaResponseOutputText
from .beta_response_output_message import BetaResponseOutputMessage
from .beta_response_output_refusal import BetaResponseOutputRefusal
from .beta_response_reasoning_item import BetaResponseReasoningItem
from .beta_response_compaction_item import BetaResponseCompactionItem
from .beta_response_custom_tool_call import BetaResponseCustomToolCall
from .beta_response_tool_search_call import BetaResponseToolSearchCall
from .beta_response_computer_tool_call import BetaResponseComputerToolCall
from .beta_response_function_tool_call import BetaResponseFunctionToolCall
from .beta_response_function_web_search import BetaResponseFunctionWebSearch
from .beta_response_apply_patch_tool_call import BetaResponseApplyPatchToolCall
from .beta_response_file_search_tool_call import BetaResponseFileSearchToolCall
from .beta_response_tool_search_output_item import BetaResponseToolSearchOutputItem
from .beta_response_function_shell_tool_call import BetaResponseFunctionShellToolCall
from .beta_response_code_interpreter_tool_call import BetaResponseCodeInterpreterToolCall
from .beta_response_apply_patch_tool_call_output import BetaResponseApplyPatchToolCallOutput
from .beta_response_custom_tool_call_output_item import BetaResponseCustomToolCallOutputItem
from .beta_response_computer_tool_call_output_item import BetaResponseComputerToolCallOutputItem
from .beta_response_function_tool_call_output_item import BetaResponseFunctionToolCallOutputItem
from .beta_response_function_shell_tool_call_output import BetaResponseFunctionShellToolCallOutput

class AgentMessageContentText(BaseModel):
    text: str
    type: Literal["text"]

class AgentMessageContentSummaryText(BaseModel):
    text: str
    type: Literal["summary_text"]

class AgentMessageContentReasoningText(BaseModel):
    text: str
    type: Literal["reasoning_text"]

class AgentMessageContentComputerScreenshotPromptCacheBreakpoint(BaseModel):
    mode: Literal["explicit"]
    ttl: Optional[Literal["30m", "12h"]] = ...

class AgentMessageContentComputerScreenshot(BaseModel):
    detail: BetaImageDetail
    file_id: Optional[str] = ...
    image_url: Optional[str] = ...
    type: Literal["computer_screenshot"]
    prompt_cache_breakpoint: Optional[AgentMessageContentComputerScreenshotPromptCacheBreakpoint] = ...

class AgentMessageContentEncryptedContent(BaseModel):
    encrypted_content: str
    type: Literal["encrypted_content"]

AgentMessageContent: TypeAlias = Annotated[
    Union[
        BetaResponseInputText,
        BetaResponseOutputText,
        AgentMessageContentText,
        AgentMessageContentSummaryText,
        AgentMessageContentReasoningText,
        BetaResponseOutputRefusal,
        BetaResponseInputImage,
        AgentMessageContentComputerScreenshot,
        BetaResponseInputFile,
        AgentMessageContentEncryptedContent,
    ],
    PropertyInfo(discriminator="type"),
]

class AgentMessageAgent(BaseModel):
    agent_name: str

class AgentMessage(BaseModel):
    id: str
    author: str
    content: List[AgentMessageContent]
    recipient: str
    type: Literal["agent_message"]
    agent: Optional[AgentMessageAgent] = ...

class MultiAgentCallAgent(BaseModel):
    agent_name: str

class MultiAgentCall(BaseModel):
    id: str
    action: Literal["spawn_agent", "interrupt_agent", "list_agents", "send_message", "followup_task", "wait_agent"]
    arguments: str
    call_id: str
    type: Literal["multi_agent_call"]
    agent: Optional[MultiAgentCallAgent] = ...

class MultiAgentCallOutputAgent(BaseModel):
    agent_name: str

class MultiAgentCallOutput(BaseModel):
    id: str
    action: Literal["spawn_agent", "interrupt_agent", "list_agents", "send_message", "followup_task", "wait_agent"]
    call_id: str
    output: List[BetaResponseOutputText]
    type: Literal["multi_agent_call_output"]
    agent: Optional[MultiAgentCallOutputAgent] = ...

class ProgramAgent(BaseModel):
    agent_name: str

class Program(BaseModel):
    id: str
    call_id: str
    code: str
    fingerprint: str
    type: Literal["program"]
    agent: Optional[ProgramAgent] = ...

class ProgramOutputAgent(BaseModel):
    agent_name: str

class ProgramOutput(BaseModel):
    id: str
    call_id: str
    result: str
    status: Literal["completed", "incomplete"]
    type: Literal["program_output"]
    agent: Optional[ProgramOutputAgent] = ...

class AdditionalToolsAgent(BaseModel):
    agent_name: str

class AdditionalTools(BaseModel):
    id: str
    role: Literal["unknown", "user", "assistant", "system", "critic", "discriminator", "developer", "tool"]
    tools: List[BetaTool]
    type: Literal["additional_tools"]
    agent: Optional[AdditionalToolsAgent] = ...

class ImageGenerationCallAgent(BaseModel):
    agent_name: str

class ImageGenerationCallErrorModerationDetails(BaseModel):
    categories: List[str]
    moderation_stage: Literal["input", "output", "unknown"]

class ImageGenerationCallError(BaseModel):
    code: Optional[str] = ...
    message: str
    param: Optional[str] = ...
    type: str
    moderation_details: Optional[ImageGenerationCallErrorModerationDetails] = ...

class ImageGenerationCallSvgUsage(BaseModel):
    input_tokens: int
    model: str
    output_tokens: int
    reasoning_tokens: int
    total_tokens: int

class ImageGenerationCall(BaseModel):
    id: str
    result: Optional[str] = ...
    status: Literal["in_progress", "completed", "generating", "failed"]
    type: Literal["image_generation_call"]
    action: Optional[Literal["generate", "edit", "auto"]] = ...
    agent: Optional[ImageGenerationCallAgent] = ...
    background: Optional[Literal["transparent", "opaque", "auto"]] = ...
    error: Optional[ImageGenerationCallError] = ...
    output_format: Optional[Literal["png", "webp", "jpeg", "gif", "svg"]] = ...
    quality: Optional[Literal["low", "medium", "high", "xhigh", "max", "auto"]] = ...
    revised_prompt: Optional[str] = ...
    size: Union[str, Literal["1024x1024", "1024x1536", "1536x1024"], None] = ...
    svg_usage: Optional[ImageGenerationCallSvgUsage] = ...

class LocalShellCallAction(BaseModel):
    command: List[str]
    env: Dict[str, str]
    type: Literal["exec"]
    timeout_ms: Optional[int] = ...
    user: Optional[str] = ...
    working_directory: Optional[str] = ...

class LocalShellCallAgent(BaseModel):
    agent_name: str

class LocalShellCall(BaseModel):
    id: str
    action: LocalShellCallAction
    call_id: str
    status: Literal["in_progress", "completed", "incomplete"]
    type: Literal["local_shell_call"]
    agent: Optional[LocalShellCallAgent] = ...

class LocalShellCallOutputAgent(BaseModel):
    agent_name: str

class LocalShellCallOutput(BaseModel):
    id: str
    output: str
    type: Literal["local_shell_call_output"]
    agent: Optional[LocalShellCallOutputAgent] = ...
    status: Optional[Literal["in_progress", "completed", "incomplete"]] = ...

class McpCallAgent(BaseModel):
    agent_name: str

class McpCall(BaseModel):
    id: str
    arguments: str
    name: str
    server_label: str
    type: Literal["mcp_call"]
    agent: Optional[McpCallAgent] = ...
    approval_request_id: Optional[str] = ...
    error: Optional[BetaMcpToolCallError] = ...
    output: Optional[str] = ...
    status: Optional[Literal["in_progress", "completed", "incomplete", "calling", "failed"]] = ...

class McpListToolsTool(BaseModel):
    input_schema: object
    name: str
    annotations: Optional[object] = ...
    description: Optional[str] = ...

class McpListToolsAgent(BaseModel):
    agent_name: str

class McpListTools(BaseModel):
    id: str
    server_label: str
    tools: List[McpListToolsTool]
    type: Literal["mcp_list_tools"]
    agent: Optional[McpListToolsAgent] = ...
    error: Optional[str] = ...

class McpApprovalRequestAgent(BaseModel):
    agent_name: str

class McpApprovalRequest(BaseModel):
    id: str
    arguments: str
    name: str
    server_label: str
    type: Literal["mcp_approval_request"]
    agent: Optional[McpApprovalRequestAgent] = ...

class McpApprovalResponseAgent(BaseModel):
    agent_name: str

class McpApprovalResponse(BaseModel):
    id: str
    approval_request_id: str
    approve: bool
    type: Literal["mcp_approval_response"]
    agent: Optional[McpApprovalResponseAgent] = ...
    reason: Optional[str] = ...

BetaResponseOutputItem: TypeAlias = Annotated[
    Union[
        BetaResponseOutputMessage,
        BetaResponseFileSearchToolCall,
        BetaResponseFunctionToolCall,
        BetaResponseFunctionToolCallOutputItem,
        AgentMessage,
        MultiAgentCall,
        MultiAgentCallOutput,
        BetaResponseFunctionWebSearch,
        BetaResponseComputerToolCall,
        BetaResponseComputerToolCallOutputItem,
        BetaResponseReasoningItem,
        Program,
        ProgramOutput,
        BetaResponseToolSearchCall,
        BetaResponseToolSearchOutputItem,
        AdditionalTools,
        BetaResponseCompactionItem,
        ImageGenerationCall,
        BetaResponseCodeInterpreterToolCall,
        LocalShellCall,
        LocalShellCallOutput,
        BetaResponseFunctionShellToolCall,
        BetaResponseFunctionShellToolCallOutput,
        BetaResponseApplyPatchToolCall,
        BetaResponseApplyPatchToolCallOutput,
        McpCall,
        McpListTools,
        McpApprovalRequest,
        McpApprovalResponse,
        BetaResponseCustomToolCall,
        BetaResponseCustomToolCallOutputItem,
    ],
    PropertyInfo(discriminator="type"),
]
