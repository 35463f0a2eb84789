# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Union, Iterable, Optional
from typing_extensions import Literal, Required, TypeAlias, TypedDict
from .tool_param import ToolParam
from .service_tier import ServiceTier
from .response_includable import ResponseIncludable
from .tool_choice_options import ToolChoiceOptions
from .response_input_param import ResponseInputParam
from .response_prompt_param import ResponsePromptParam
from .tool_choice_mcp_param import ToolChoiceMcpParam
from ..shared_params.metadata import Metadata
from .tool_choice_shell_param import ToolChoiceShellParam
from .tool_choice_types_param import ToolChoiceTypesParam
from ..shared_params.reasoning import Reasoning
from .tool_choice_custom_param import ToolChoiceCustomParam
from .tool_choice_allowed_param import ToolChoiceAllowedParam
from .response_text_config_param import ResponseTextConfigParam
from .tool_choice_function_param import ToolChoiceFunctionParam
from .tool_choice_apply_patch_param import ToolChoiceApplyPatchParam
from ..shared_params.responses_model import ResponsesModel
from .response_conversation_param_param import ResponseConversationParamParam

class ResponseCreateParamsBase(TypedDict, total=False):
    access_programs: AccessPrograms
    background: Optional[bool]
    background_options: BackgroundOptions
    context_management: Optional[Iterable[ContextManagement]]
    conversation: Optional[Conversation]
    image: Image
    include: Optional[List[ResponseIncludable]]
    input: Union[str, ResponseInputParam]
    instructions: Optional[str]
    max_output_tokens: Optional[int]
    max_tool_calls: Optional[int]
    metadata: Optional[Metadata]
    model: ResponsesModel
    moderation: Optional[Moderation]
    parallel_tool_calls: Optional[bool]
    previous_response_id: Optional[str]
    prompt: Optional[ResponsePromptParam]
    prompt_cache_key: Optional[str]
    prompt_cache_options: PromptCacheOptions
    prompt_cache_retention: Optional[Literal["in_memory", "24h"]]
    reasoning: Optional[Reasoning]
    safety_identifier: Optional[str]
    service_tier: Optional[ServiceTier]
    store: Optional[bool]
    stream_options: Optional[StreamOptions]
    temperature: Optional[float]
    text: ResponseTextConfigParam
    tool_choice: ToolChoice
    tools: Iterable[ToolParam]
    top_logprobs: Optional[int]
    top_p: Optional[float]
    truncation: Optional[Literal["auto", "disabled"]]
    user: str

class AccessPrograms(TypedDict, total=False):
    cyber: Literal["standard", "daybreak_blue", "daybreak_red"]

class BackgroundOptions(TypedDict, total=False):
    completion_window: Literal["soonest", "2h", "8h"]
    continuation_id: str

class ContextManagement(TypedDict, total=False):
    type: Required[str]
    compact_threshold: Optional[int]

Conversation: TypeAlias = Union[str, ResponseConversationParamParam]

class Image(TypedDict, total=False):
    context_compression: Literal["auto", "enabled", "disabled"]

class ModerationPolicyInput(TypedDict, total=False):
    mode: Required[Literal["score", "block"]]

class ModerationPolicyOutput(TypedDict, total=False):
    mode: Required[Literal["score", "block"]]

class ModerationPolicy(TypedDict, total=False):
    input: Optional[ModerationPolicyInput]
    output: Optional[ModerationPolicyOutput]

class Moderation(TypedDict, total=False):
    model: Required[str]
    policy: Optional[ModerationPolicy]

class PromptCacheOptions(TypedDict, total=False):
    comparison_response_id: Optional[str]
    mode: Literal["implicit", "explicit"]
    prewarm: bool
    ttl: Literal["30m", "12h"]

class StreamOptions(TypedDict, total=False):
    include_obfuscation: bool

class ToolChoiceSpecificProgrammaticToolCallingParam(TypedDict, total=False):
    type: Required[Literal["programmatic_tool_calling"]]

ToolChoice: TypeAlias = Union[
    ToolChoiceOptions,
    ToolChoiceAllowedParam,
    ToolChoiceTypesParam,
    ToolChoiceFunctionParam,
    ToolChoiceMcpParam,
    ToolChoiceCustomParam,
    ToolChoiceSpecificProgrammaticToolCallingParam,
    ToolChoiceApplyPatchParam,
    ToolChoiceShellParam,
]

class ResponseCreateParamsNonStreaming(ResponseCreateParamsBase, total=False):
    stream: Optional[Literal[False]]

class ResponseCreateParamsStreaming(ResponseCreateParamsBase):
    stream: Required[Literal[True]]

ResponseCreateParams = Union[ResponseCreateParamsNonStreaming, ResponseCreateParamsStreaming]
