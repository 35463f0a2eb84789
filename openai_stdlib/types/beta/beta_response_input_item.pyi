# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict, List, Union, Optional
from typing_extensions import Literal, Annotated, TypeAlias
from ..._utils import PropertyInfo
from ..._models import BaseModel
from .beta_tool import BetaTool
from .beta_local_environment import BetaLocalEnvironment
from .beta_easy_input_message import BetaEasyInputMessage
from .beta_container_reference import BetaContainerReference
from .beta_mcp_tool_call_error import BetaMcpToolCallError
from .beta_response_output_message import BetaResponseOutputMessage
from .beta_response_reasoning_item import BetaResponseReasoningItem
from .beta_response_custom_tool_call import BetaResponseCustomToolCall
from .beta_response_computer_tool_call import BetaResponseComputerToolCall
from .beta_response_function_tool_call import BetaResponseFunctionToolCall
from .beta_response_input_text_content import BetaResponseInputTextContent
from .beta_response_function_web_search import BetaResponseFunctionWebSearch
from .beta_response_input_image_content import BetaResponseInputImageContent
from .beta_response_compaction_item_param import BetaResponseCompactionItemParam
from .beta_response_file_search_tool_call import BetaResponseFileSearchToolCall
from .beta_response_custom_tool_call_output import BetaResponseCustomToolCallOutput
from .beta_response_code_interpreter_tool_call import BetaResponseCodeInterpreterToolCall
from .beta_response_input_message_content_list import BetaResponseInputMessageContentList
from .beta_response_tool_search_output_item_param import BetaResponseToolSearchOutputItemParam
from .beta_response_function_call_output_item_list import BetaResponseFunctionCallOutputItemList
from .beta_response_configuration_update_item_param import BetaResponseConfigurationUpdateItemParam
from .beta_response_function_shell_call_output_content import BetaResponseFunctionShellCallOutputContent
from .beta_response_computer_tool_call_output_screenshot import BetaResponseComputerToolCallOutputScreenshot

class MessageAgent(BaseModel):
    agent_name: str

class Message(BaseModel):
    content: BetaResponseInputMessageContentList
    role: Literal["user", "system", "developer"]
    agent: Optional[MessageAgent] = ...
    status: Optional[Literal["in_progress", "completed", "incomplete"]] = ...
    type: Optional[Literal["message"]] = ...

class ComputerCallOutputAcknowledgedSafetyCheck(BaseModel):
    id: str
    code: Optional[str] = ...
    message: Optional[str] = ...

class ComputerCallOutputAgent(BaseModel):
    agent_name: str

class ComputerCallOutput(BaseModel):
    call_id: str
    output: BetaResponseComputerToolCallOutputScreenshot
    type: Literal["computer_call_output"]
    id: Optional[str] = ...
    acknowledged_safety_checks: Optional[List[ComputerCallOutputAcknowledgedSafetyCheck]] = ...
    agent: Optional[ComputerCallOutputAgent] = ...
    status: Optional[Literal["in_progress", "completed", "incomplete"]] = ...

class FunctionCallOutputAgent(BaseModel):
    agent_name: str

class FunctionCallOutputCallerDirect(BaseModel):
    type: Literal["direct"]

class FunctionCallOutputCallerProgram(BaseModel):
    caller_id: str
    type: Literal["program"]

FunctionCallOutputCaller: TypeAlias = Annotated[
    Union[FunctionCallOutputCallerDirect, FunctionCallOutputCallerProgram, None], PropertyInfo(discriminator="type")
]

class FunctionCallOutput(BaseModel):
    output: Union[str, BetaResponseFunctionCallOutputItemList]
    type: Literal["function_call_output"]
    id: Optional[str] = ...
    agent: Optional[FunctionCallOutputAgent] = ...
    call_id: Optional[str] = ...
    caller: Optional[FunctionCallOutputCaller] = ...
    name: Optional[str] = ...
    namespace: Optional[str] = ...
    status: Optional[Literal["in_progress", "completed", "incomplete"]] = ...

class AgentMessageContentEncryptedContent(BaseModel):
    encrypted_content: str
    type: Literal["encrypted_content"]

AgentMessageContent: TypeAlias = Annotated[
    Union[BetaResponseInputTextContent, BetaResponseInputImageContent, AgentMessageContentEncryptedContent],
    PropertyInfo(discriminator="type"),
]

class AgentMessageAgent(BaseModel):
    agent_name: str

class AgentMessage(BaseModel):
    author: str
    content: List[AgentMessageContent]
    recipient: str
    type: Literal["agent_message"]
    id: Optional[str] = ...
    agent: Optional[AgentMessageAgent] = ...

class MultiAgentCallAgent(BaseModel):
    agent_name: str

class MultiAgentCall(BaseModel):
    action: Literal["spawn_agent", "interrupt_agent", "list_agents", "send_message", "followup_task", "wait_agent"]
    arguments: str
    call_id: str
    type: Literal["multi_agent_call"]
    id: Optional[str] = ...
    agent: Optional[MultiAgentCallAgent] = ...

class MultiAgentCallOutputOutputAnnotationFileCitation(BaseModel):
    file_id: str
    filename: str
    index: int
    type: Literal["file_citation"]

class MultiAgentCallOutputOutputAnnotationURLCitation(BaseModel):
    end_index: int
    start_index: int
    title: str
    type: Literal["url_citation"]
    url: str

class MultiAgentCallOutputOutputAnnotationContainerFileCitation(BaseModel):
    container_id: str
    end_index: int
    file_id: str
    filename: str
    start_index: int
    type: Literal["container_file_citation"]

MultiAgentCallOutputOutputAnnotation: TypeAlias = Annotated[
    Union[
        MultiAgentCallOutputOutputAnnotationFileCitation,
        MultiAgentCallOutputOutputAnnotationURLCitation,
        MultiAgentCallOutputOutputAnnotationContainerFileCitation,
    ],
    PropertyInfo(discriminator="type"),
]

class MultiAgentCallOutputOutput(BaseModel):
    text: str
    type: Literal["output_text"]
    annotations: Optional[List[MultiAgentCallOutputOutputAnnotation]] = ...

class MultiAgentCallOutputAgent(BaseModel):
    agent_name: str

class MultiAgentCallOutput(BaseModel):
    action: Literal["spawn_agent", "interrupt_agent", "list_agents", "send_message", "followup_task", "wait_agent"]
    call_id: str
    output: List[MultiAgentCallOutputOutput]
    type: Literal["multi_agent_call_output"]
    id: Optional[str] = ...
    agent: Optional[MultiAgentCallOutputAgent] = ...

class ToolSearchCallAgent(BaseModel):
    agent_name: str

class ToolSearchCall(BaseModel):
    arguments: object
    type: Literal["tool_search_call"]
    id: Optional[str] = ...
    agent: Optional[ToolSearchCallAgent] = ...
    call_id: Optional[str] = ...
    execution: Optional[Literal["server", "client"]] = ...
    status: Optional[Literal["in_progress", "completed", "incomplete"]] = ...

class AdditionalToolsAgent(BaseModel):
    agent_name: str

class AdditionalTools(BaseModel):
    role: Literal["developer"]
    tools: List[BetaTool]
    type: Literal["additional_tools"]
    id: Optional[str] = ...
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

class ShellCallAction(BaseModel):
    commands: List[str]
    max_output_length: Optional[int] = ...
    timeout_ms: Optional[int] = ...

class ShellCallAgent(BaseModel):
    agent_name: str

class ShellCallCallerDirect(BaseModel):
    type: Literal["direct"]

class ShellCallCallerProgram(BaseModel):
    caller_id: str
    type: Literal["program"]

ShellCallCaller: TypeAlias = Annotated[
    Union[ShellCallCallerDirect, ShellCallCallerProgram, None], PropertyInfo(discriminator="type")
]
ShellCallEnvironment: TypeAlias = Annotated[
    Union[BetaLocalEnvironment, BetaContainerReference, None], PropertyInfo(discriminator="type")
]

class ShellCall(BaseModel):
    action: ShellCallAction
    call_id: str
    type: Literal["shell_call"]
    id: Optional[str] = ...
    agent: Optional[ShellCallAgent] = ...
    caller: Optional[ShellCallCaller] = ...
    environment: Optional[ShellCallEnvironment] = ...
    status: Optional[Literal["in_progress", "completed", "incomplete"]] = ...

class ShellCallOutputAgent(BaseModel):
    agent_name: str

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
    output: List[BetaResponseFunctionShellCallOutputContent]
    type: Literal["shell_call_output"]
    id: Optional[str] = ...
    agent: Optional[ShellCallOutputAgent] = ...
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

class ApplyPatchCallAgent(BaseModel):
    agent_name: str

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
    agent: Optional[ApplyPatchCallAgent] = ...
    caller: Optional[ApplyPatchCallCaller] = ...

class ApplyPatchCallOutputAgent(BaseModel):
    agent_name: str

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
    agent: Optional[ApplyPatchCallOutputAgent] = ...
    caller: Optional[ApplyPatchCallOutputCaller] = ...
    output: Optional[str] = ...

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
    approval_request_id: str
    approve: bool
    type: Literal["mcp_approval_response"]
    id: Optional[str] = ...
    agent: Optional[McpApprovalResponseAgent] = ...
    reason: Optional[str] = ...

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

class CompactionTriggerAgent(BaseModel):
    agent_name: str

class CompactionTrigger(BaseModel):
    type: Literal["compaction_trigger"]
    id: Optional[str] = ...
    agent: Optional[CompactionTriggerAgent] = ...

class ItemReferenceAgent(BaseModel):
    agent_name: str

class ItemReference(BaseModel):
    id: str
    agent: Optional[ItemReferenceAgent] = ...
    type: Optional[Literal["item_reference"]] = ...

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

BetaResponseInputItem: TypeAlias = Annotated[
    Union[
        BetaEasyInputMessage,
        Message,
        BetaResponseOutputMessage,
        BetaResponseFileSearchToolCall,
        BetaResponseComputerToolCall,
        ComputerCallOutput,
        BetaResponseFunctionWebSearch,
        BetaResponseFunctionToolCall,
        FunctionCallOutput,
        AgentMessage,
        MultiAgentCall,
        MultiAgentCallOutput,
        ToolSearchCall,
        BetaResponseToolSearchOutputItemParam,
        AdditionalTools,
        BetaResponseConfigurationUpdateItemParam,
        BetaResponseReasoningItem,
        BetaResponseCompactionItemParam,
        ImageGenerationCall,
        BetaResponseCodeInterpreterToolCall,
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
        BetaResponseCustomToolCallOutput,
        BetaResponseCustomToolCall,
        CompactionTrigger,
        ItemReference,
        Program,
        ProgramOutput,
    ],
    PropertyInfo(discriminator="type"),
]
