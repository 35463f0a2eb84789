# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict, List, Union, Optional
from typing_extensions import Literal, Annotated, TypeAlias
from .message import Message
from ..._utils import PropertyInfo
from ..._models import BaseModel
from ..responses.tool import Tool
from ..responses.mcp_tool_call_error import McpToolCallError
from ..responses.response_reasoning_item import ResponseReasoningItem
from ..responses.response_compaction_item import ResponseCompactionItem
from ..responses.response_custom_tool_call import ResponseCustomToolCall
from ..responses.response_tool_search_call import ResponseToolSearchCall
from ..responses.response_computer_tool_call import ResponseComputerToolCall
from ..responses.response_function_web_search import ResponseFunctionWebSearch
from ..responses.response_apply_patch_tool_call import ResponseApplyPatchToolCall
from ..responses.response_file_search_tool_call import ResponseFileSearchToolCall
from ..responses.response_custom_tool_call_output import ResponseCustomToolCallOutput
from ..responses.response_function_tool_call_item import ResponseFunctionToolCallItem
from ..responses.response_tool_search_output_item import ResponseToolSearchOutputItem
from ..responses.response_function_shell_tool_call import ResponseFunctionShellToolCall
from ..responses.response_configuration_update_item import ResponseConfigurationUpdateItem
from ..responses.response_code_interpreter_tool_call import ResponseCodeInterpreterToolCall
from ..responses.response_apply_patch_tool_call_output import ResponseApplyPatchToolCallOutput
from ..responses.response_computer_tool_call_output_item import ResponseComputerToolCallOutputItem
from ..responses.response_function_tool_call_output_item import ResponseFunctionToolCallOutputItem
from ..responses.response_function_shell_tool_call_output import ResponseFunctionShellToolCallOutput

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
    background: Optional[Literal["transparent", "opaque", "auto"]] = ...
    error: Optional[ImageGenerationCallError] = ...
    output_format: Optional[Literal["png", "webp", "jpeg", "gif", "svg"]] = ...
    quality: Optional[Literal["low", "medium", "high", "xhigh", "max", "auto"]] = ...
    revised_prompt: Optional[str] = ...
    size: Union[str, Literal["1024x1024", "1024x1536", "1536x1024"], None] = ...
    svg_usage: Optional[ImageGenerationCallSvgUsage] = ...

class AdditionalTools(BaseModel):
    id: str
    role: Literal["unknown", "user", "assistant", "system", "critic", "discriminator", "developer", "tool"]
    tools: List[Tool]
    type: Literal["additional_tools"]

class Program(BaseModel):
    id: str
    call_id: str
    code: str
    fingerprint: str
    type: Literal["program"]

class ProgramOutput(BaseModel):
    id: str
    call_id: str
    result: str
    status: Literal["completed", "incomplete"]
    type: Literal["program_output"]

class LocalShellCallAction(BaseModel):
    command: List[str]
    env: Dict[str, str]
    type: Literal["exec"]
    timeout_ms: Optional[int] = ...
    user: Optional[str] = ...
    working_directory: Optional[str] = ...

class LocalShellCall(BaseModel):
    id: str
    action: LocalShellCallAction
    call_id: str
    status: Literal["in_progress", "completed", "incomplete"]
    type: Literal["local_shell_call"]

class LocalShellCallOutput(BaseModel):
    id: str
    output: str
    type: Literal["local_shell_call_output"]
    status: Optional[Literal["in_progress", "completed", "incomplete"]] = ...

class McpListToolsTool(BaseModel):
    input_schema: object
    name: str
    annotations: Optional[object] = ...
    description: Optional[str] = ...

class McpListTools(BaseModel):
    id: str
    server_label: str
    tools: List[McpListToolsTool]
    type: Literal["mcp_list_tools"]
    error: Optional[str] = ...

class McpApprovalRequest(BaseModel):
    id: str
    arguments: str
    name: str
    server_label: str
    type: Literal["mcp_approval_request"]

class McpApprovalResponse(BaseModel):
    id: str
    approval_request_id: str
    approve: bool
    type: Literal["mcp_approval_response"]
    reason: Optional[str] = ...

class McpCall(BaseModel):
    id: str
    arguments: str
    name: str
    server_label: str
    type: Literal["mcp_call"]
    approval_request_id: Optional[str] = ...
    error: Optional[McpToolCallError] = ...
    output: Optional[str] = ...
    status: Optional[Literal["in_progress", "completed", "incomplete", "calling", "failed"]] = ...

ConversationItem: TypeAlias = Annotated[
    Union[
        Message,
        ResponseFunctionToolCallItem,
        ResponseFunctionToolCallOutputItem,
        ResponseFileSearchToolCall,
        ResponseFunctionWebSearch,
        ImageGenerationCall,
        ResponseComputerToolCall,
        ResponseComputerToolCallOutputItem,
        ResponseToolSearchCall,
        ResponseToolSearchOutputItem,
        AdditionalTools,
        ResponseConfigurationUpdateItem,
        ResponseReasoningItem,
        Program,
        ProgramOutput,
        ResponseCompactionItem,
        ResponseCodeInterpreterToolCall,
        LocalShellCall,
        LocalShellCallOutput,
        ResponseFunctionShellToolCall,
        ResponseFunctionShellToolCallOutput,
        ResponseApplyPatchToolCall,
        ResponseApplyPatchToolCallOutput,
        McpListTools,
        McpApprovalRequest,
        McpApprovalResponse,
        McpCall,
        ResponseCustomToolCall,
        ResponseCustomToolCallOutput,
    ],
    PropertyInfo(discriminator="type"),
]
