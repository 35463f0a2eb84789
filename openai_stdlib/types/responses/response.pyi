# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict, List, Union, Optional
from typing_extensions import Literal, Annotated, TypeAlias
from .tool import Tool
from ..._utils import PropertyInfo
from ..._models import BaseModel
from .service_tier import ServiceTier
from .response_error import ResponseError
from .response_usage import ResponseUsage
from .response_prompt import ResponsePrompt
from .response_status import ResponseStatus
from .tool_choice_mcp import ToolChoiceMcp
from ..shared.metadata import Metadata
from ..shared.reasoning import Reasoning
from .tool_choice_shell import ToolChoiceShell
from .tool_choice_types import ToolChoiceTypes
from .tool_choice_custom import ToolChoiceCustom
from .response_input_item import ResponseInputItem
from .tool_choice_allowed import ToolChoiceAllowed
from .tool_choice_options import ToolChoiceOptions
from .response_output_item import ResponseOutputItem
from .response_text_config import ResponseTextConfig
from .tool_choice_function import ToolChoiceFunction
from ..shared.responses_model import ResponsesModel
from .tool_choice_apply_patch import ToolChoiceApplyPatch

class AccessPrograms(BaseModel):
    cyber: Literal["standard", "daybreak_blue", "daybreak_red"]

class IncompleteDetails(BaseModel):
    reason: Optional[Literal["max_output_tokens", "max_messages", "content_filter", "steered"]] = ...

class ToolChoiceSpecificProgrammaticToolCallingParam(BaseModel):
    type: Literal["programmatic_tool_calling"]

ToolChoice: TypeAlias = Union[
    ToolChoiceOptions,
    ToolChoiceAllowed,
    ToolChoiceTypes,
    ToolChoiceFunction,
    ToolChoiceMcp,
    ToolChoiceCustom,
    ToolChoiceSpecificProgrammaticToolCallingParam,
    ToolChoiceApplyPatch,
    ToolChoiceShell,
]

class Conversation(BaseModel):
    id: str

class Image(BaseModel):
    context_compression: Literal["enabled", "disabled"]

class InputTransformation(BaseModel):
    id: str
    action: Literal["removed"]
    reason: Literal["organization_mismatch", "end_user_mismatch", "model_mismatch", "prefix_mismatch", "turn_boundary"]
    type: Literal["reasoning"]

class ModerationInputModerationResult(BaseModel):
    categories: Dict[str, bool]
    category_applied_input_types: Dict[str, List[Literal["text", "image"]]]
    category_scores: Dict[str, float]
    flagged: bool
    model: str
    type: Literal["moderation_result"]

class ModerationInputError(BaseModel):
    code: str
    message: str
    type: Literal["error"]

ModerationInput: TypeAlias = Annotated[
    Union[ModerationInputModerationResult, ModerationInputError], PropertyInfo(discriminator="type")
]

class ModerationOutputModerationResult(BaseModel):
    categories: Dict[str, bool]
    category_applied_input_types: Dict[str, List[Literal["text", "image"]]]
    category_scores: Dict[str, float]
    flagged: bool
    model: str
    type: Literal["moderation_result"]

class ModerationOutputError(BaseModel):
    code: str
    message: str
    type: Literal["error"]

ModerationOutput: TypeAlias = Annotated[
    Union[ModerationOutputModerationResult, ModerationOutputError], PropertyInfo(discriminator="type")
]

class Moderation(BaseModel):
    input: ModerationInput
    output: ModerationOutput

class PromptCacheDiagnosticsCacheMiss(BaseModel):
    cache_missed_tokens: int
    reason: Literal[
        "model_changed",
        "prompt_cache_key_changed",
        "tools_changed",
        "text_format_changed",
        "reasoning_effort_changed",
        "verbosity_changed",
        "context_compacted",
        "input_changed",
        "service_tier_changed",
    ]
    type: Literal["cache_miss"]
    comparison_reusable_tokens: Optional[int] = ...

class PromptCacheDiagnosticsCacheHit(BaseModel):
    type: Literal["cache_hit"]

class PromptCacheDiagnosticsComparisonResponseNotFound(BaseModel):
    type: Literal["comparison_response_not_found"]

class PromptCacheDiagnosticsUnavailable(BaseModel):
    type: Literal["unavailable"]

PromptCacheDiagnostics: TypeAlias = Annotated[
    Union[
        PromptCacheDiagnosticsCacheMiss,
        PromptCacheDiagnosticsCacheHit,
        PromptCacheDiagnosticsComparisonResponseNotFound,
        PromptCacheDiagnosticsUnavailable,
    ],
    PropertyInfo(discriminator="type"),
]

class PromptCacheOptions(BaseModel):
    mode: Literal["implicit", "explicit"]
    ttl: Literal["30m", "12h"]
    comparison_response_id: Optional[str] = ...

class ToolUsageImageGenInputTokensDetails(BaseModel):
    image_tokens: int
    text_tokens: int

class ToolUsageImageGenCachedTokensDetails(BaseModel):
    cached_image_tokens: int
    cached_text_tokens: int

class ToolUsageImageGenOutputTokensDetails(BaseModel):
    image_tokens: int
    text_tokens: int

class ToolUsageImageGen(BaseModel):
    input_tokens: int
    input_tokens_details: ToolUsageImageGenInputTokensDetails
    output_tokens: int
    total_tokens: int
    cached_tokens: Optional[int] = ...
    cached_tokens_details: Optional[ToolUsageImageGenCachedTokensDetails] = ...
    output_tokens_details: Optional[ToolUsageImageGenOutputTokensDetails] = ...

class ToolUsageWebSearch(BaseModel):
    num_requests: int

class ToolUsage(BaseModel):
    image_gen: ToolUsageImageGen
    web_search: ToolUsageWebSearch

class Response(BaseModel):
    id: str
    access_programs: Optional[AccessPrograms] = ...
    created_at: float
    error: Optional[ResponseError] = ...
    incomplete_details: Optional[IncompleteDetails] = ...
    instructions: Union[str, List[ResponseInputItem], None] = ...
    metadata: Optional[Metadata] = ...
    model: ResponsesModel
    object: Literal["response"]
    output: List[ResponseOutputItem]
    parallel_tool_calls: bool
    temperature: Optional[float] = ...
    tool_choice: ToolChoice
    tools: List[Tool]
    top_p: Optional[float] = ...
    background: Optional[bool] = ...
    completed_at: Optional[float] = ...
    conversation: Optional[Conversation] = ...
    image: Optional[Image] = ...
    input_transformations: Optional[List[InputTransformation]] = ...
    max_output_tokens: Optional[int] = ...
    max_tool_calls: Optional[int] = ...
    moderation: Optional[Moderation] = ...
    previous_response_id: Optional[str] = ...
    prompt: Optional[ResponsePrompt] = ...
    prompt_cache_diagnostics: Optional[PromptCacheDiagnostics] = ...
    prompt_cache_key: Optional[str] = ...
    prompt_cache_options: Optional[PromptCacheOptions] = ...
    prompt_cache_retention: Optional[Literal["in_memory", "24h"]] = ...
    reasoning: Optional[Reasoning] = ...
    safety_identifier: Optional[str] = ...
    service_tier: Optional[ServiceTier] = ...
    status: Optional[ResponseStatus] = ...
    text: Optional[ResponseTextConfig] = ...
    tool_usage: Optional[ToolUsage] = ...
    top_logprobs: Optional[int] = ...
    truncation: Optional[Literal["auto", "disabled"]] = ...
    usage: Optional[ResponseUsage] = ...
    user: Optional[str] = ...

    @property
    def output_text(self) -> str: ...
