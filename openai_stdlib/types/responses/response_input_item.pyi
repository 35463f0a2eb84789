# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict, List, Union, Optional
from typing_extensions import Literal, Annotated, TypeAlias
from .tool import Tool
from ..._utils import PropertyInfo
from ..._models import BaseModel
from .local_environment import LocalEnvironment
from .easy_input_message import EasyInputMessage
from .container_reference import ContainerReference
from .mcp_tool_call_error import McpToolCallError
from .response_output_message import ResponseOutputMessage
from .response_reasoning_item import ResponseReasoningItem
from .response_custom_tool_call import ResponseCustomToolCall
from .response_computer_tool_call import ResponseComputerToolCall
from .response_function_tool_call import ResponseFunctionToolCall
from .response_function_web_search import ResponseFunctionWebSearch
from .response_compaction_item_param import ResponseCompactionItemParam
from .response_file_search_tool_call import ResponseFileSearchToolCall
from .response_custom_tool_call_output import ResponseCustomToolCallOutput
from .response_code_interpreter_tool_call import ResponseCodeInterpreterToolCall
from .response_input_message_content_list import ResponseInputMessageContentList
from .response_tool_search_output_item_param import ResponseToolSearchOutputItemParam
from .response_function_call_output_item_list import ResponseFunctionCallOutputItemList
from .response_configuration_update_item_param import ResponseConfigurationUpdateItemParam
from .response_function_shell_call_output_content import ResponseFunctionShellCallOutputContent
from .response_computer_tool_call_output_screenshot import ResponseComputerToolCallOutputScreenshot

class Message(BaseModel):
    content: ResponseInputMessageContentList
    role: Literal["user", "system", "developer"]
    status: Optional[Literal["in_progress", "completed", "incomplete"]] = ...
    type: Optional[Literal["message"]] = ...

class ComputerCallOutputAcknowledgedSafetyCheck(BaseModel):
    id: str
    code: Optional[str] = ...
    message: Optional[str] = ...

class ComputerCallOutput(BaseModel):
    call_id: str
    output: ResponseComputerToolCallOutputScreenshot
    type: Literal["computer_call_output"]
    id: Optional[str] = ...
    acknowledged_safety_checks: Optional[List[ComputerCallOutputAcknowledgedSafetyCheck]] = ...
    status: Optional[Literal["in_progress", "completed", "incomplete"]] = ...

class FunctionCallOutputCallerDirect(BaseModel):
    type: Literal["direct"]

class FunctionCallOutputCallerProgram(BaseModel):
    caller_id: str
    type: Literal["program"]

FunctionCallOutputCaller: TypeAlias = Annotated[
    Union[FunctionCallOutputCallerDirect, FunctionCallOutputCallerProgram, None], PropertyInfo(discriminator="type")
]

class FunctionCallOutput(BaseModel):
    output: Union[str, ResponseFunctionCallOutputItemList]
    type: Literal["function_call_output"]
    id: Optional[str] = ...
    call_id: Optional[str] = ...
    caller: Optional[FunctionCallOutputCaller] = ...
    name: Optional[str] = ...
    namespace: Optional[str] = ...
    status: Optional[Literal["in_progress", "completed", "incomplete"]] = ...

class ToolSearchCall(BaseModel):
    arguments: object
    type: Literal["tool_search_call"]
    id: Optional[str] = ...
    call_id: Optional[str] = ...
    execution: Optional[Literal["server", "client"]] = ...
    status: Optional[Literal["in_progress", "completed", "incomplete"]] = ...

class AdditionalTools(BaseModel):
    role: Literal["developer"]
    tools: List[Tool]
    type: Literal["additional_tools"]
    id: Optional[str] = ...

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

class ShellCallAction(BaseModel):
    commands: List[str]
    max_output_length: Optional[int] = ...
    timeout_ms: Optional[int] = ...

class ShellCallCallerDirect(BaseModel):
    type: Literal["direct"]

class ShellCallCallerProgram(BaseModel):
    caller_id: str
    type: Literal["program"]

ShellCallCaller: TypeAlias = Annotated[
    Union[ShellCallCallerDirect, ShellCallCallerProgram, None], PropertyInfo(discriminator="type")
]
ShellCallEnvironment: TypeAlias = Annotated[
    Union[LocalEnvironment, ContainerReference, None], PropertyInfo(discriminator="type")
]

class ShellCall(BaseModel):
    action: ShellCallAction
    call_id: str
    type: Literal["shell_call"]
    id: Optional[str] = ...
    caller: Optional[ShellCallCaller] = ...
    environment: Optional[ShellCallEnvironment] = ...
    status: Optional[Literal["in_progress", "completed", "incomplete"]] = ...

class ShellCallOutputCallerDirect(BaseModel):
    type: Literal["direct"]

class ShellCallOutputCallerProgram(BaseModel):
    caller_id: str
    type: Literal["program"]

ShellCallOutputCaller: TypeAlias = Annotated[
    Union[ShellCallOutputCallerDirect, ShellCallOutputCallerProgram, None], PropertyInfo(discriminator="type")
]

class ShellCallOutput(BaseModel):
    call_id: str
    output: List[ResponseFunctionShellCallOutputContent]
    type: Literal["shell_call_output"]
    id: Optional[str] = ...
    caller: Optional[ShellCallOutputCaller] = ...
    max_output_length: Optional[int] = ...
    status: Optional[Literal["in_progress", "completed", "incomplete"]] = ...

class ApplyPatchCallOperationCreateFile(BaseModel):
    diff: str
    path: str
    type: Literal["create_file"]

class ApplyPatchCallOperationDeleteFile(BaseModel):
    path: str
    type: Literal["delete_file"]

class ApplyPatchCallOperationUpdateFile(BaseModel):
    diff: str
    path: str
    type: Literal["update_file"]

ApplyPatchCallOperation: TypeAlias = Annotated[
    Union[ApplyPatchCallOperationCreateFile, ApplyPatchCallOperationDeleteFile, ApplyPatchCallOperationUpdateFile],
    PropertyInfo(discriminator="type"),
]

class ApplyPatchCallCallerDirect(BaseModel):
    type: Literal["direct"]

class ApplyPatchCallCallerProgram(BaseModel):
    caller_id: str
    type: Literal["program"]

ApplyPatchCallCaller: TypeAlias = Annotated[
    Union[ApplyPatchCallCallerDirect, ApplyPatchCallCallerProgram, None], PropertyInfo(discriminator="type")
]

class ApplyPatchCall(BaseModel):
    call_id: str
    operation: ApplyPatchCallOperation
    status: Literal["in_progress", "completed"]
    type: Literal["apply_patch_call"]
    id: Optional[str] = ...
    caller: Optional[ApplyPatchCallCaller] = ...

class ApplyPatchCallOutputCallerDirect(BaseModel):
    type: Literal["direct"]

class ApplyPatchCallOutputCallerProgram(BaseModel):
    caller_id: str
    type: Literal["program"]

ApplyPatchCallOutputCaller: TypeAlias = Annotated[
    Union[ApplyPatchCallOutputCallerDirect, ApplyPatchCallOutputCallerProgram, None], PropertyInfo(discriminator="type")
]

class ApplyPatchCallOutput(BaseModel):
    call_id: str
    status: Literal["completed", "failed"]
    type: Literal["apply_patch_call_output"]
    id: Optional[str] = ...
    caller: Optional[ApplyPatchCallOutputCaller] = ...
    output: Optional[str] = ...

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
    approval_request_id: str
    approve: bool
    type: Literal["mcp_approval_response"]
    id: Optional[str] = ...
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

class CompactionTrigger(BaseModel):
    type: Literal["compaction_trigger"]
    id: Optional[str] = ...

class ItemReference(BaseModel):
    id: str
    type: Optional[Literal["item_reference"]] = ...

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

ResponseInputItem: TypeAlias = Annotated[
    Union[
        EasyInputMessage,
        Message,
        ResponseOutputMessage,
        ResponseFileSearchToolCall,
        ResponseComputerToolCall,
        ComputerCallOutput,
        ResponseFunctionWebSearch,
        ResponseFunctionToolCall,
        FunctionCallOutput,
        ToolSearchCall,
        ResponseToolSearchOutputItemParam,
        AdditionalTools,
        ResponseConfigurationUpdateItemParam,
        ResponseReasoningItem,
        ResponseCompactionItemParam,
        ImageGenerationCall,
        ResponseCodeInterpreterToolCall,
        LocalShellCall,
        LocalShellCallOutput,
        ShellCall,
        ShellCallOutput,
        ApplyPatchCall,
        ApplyPatchCallOutput,
        McpListTools,
        McpApprovalRequest,
        McpApprovalResponse,
        McpCall,
        ResponseCustomToolCallOutput,
        ResponseCustomToolCall,
        CompactionTrigger,
        ItemReference,
        Program,
        ProgramOutput,
    ],
    PropertyInfo(discriminator="type"),
]
