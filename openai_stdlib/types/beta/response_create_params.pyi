# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict, List, Union, Iterable, Optional
from typing_extensions import Literal, Required, Annotated, TypeAlias, TypedDict
from ..._utils import PropertyInfo
from .beta_tool_param import BetaToolParam
from .beta_service_tier import BetaServiceTier
from .beta_response_includable import BetaResponseIncludable
from .beta_tool_choice_options import BetaToolChoiceOptions
from .beta_response_input_param import BetaResponseInputParam
from .beta_response_prompt_param import BetaResponsePromptParam
from .beta_tool_choice_mcp_param import BetaToolChoiceMcpParam
from .beta_tool_choice_shell_param import BetaToolChoiceShellParam
from .beta_tool_choice_types_param import BetaToolChoiceTypesParam
from .beta_tool_choice_custom_param import BetaToolChoiceCustomParam
from .beta_tool_choice_allowed_param import BetaToolChoiceAllowedParam
from .beta_response_text_config_param import BetaResponseTextConfigParam
from .beta_tool_choice_function_param import BetaToolChoiceFunctionParam
from .beta_tool_choice_apply_patch_param import BetaToolChoiceApplyPatchParam
from .beta_response_conversation_param_param import BetaResponseConversationParamParam

class ResponseCreateParamsBase(TypedDict, total=False):
    access_programs: AccessPrograms
    background: Optional[bool]
    background_options: BackgroundOptions
    context_management: Optional[Iterable[ContextManagement]]
    conversation: Optional[Conversation]
    image: Image
    include: Optional[List[BetaResponseIncludable]]
    input: Union[str, BetaResponseInputParam]
    instructions: Optional[str]
    max_output_tokens: Optional[int]
    max_tool_calls: Optional[int]
    metadata: Optional[Dict[str, str]]
    model: Union[
        Literal[
            "gpt-6-astra",
            "gpt-6.2-astra",
            "gpt-6.1-sol",
            "gpt-6.2-sol",
            "gpt-6.1-terra",
            "gpt-6-sol",
            "gpt-6-luna",
            "gpt-5.6-sol",
            "gpt-5.6-terra",
            "gpt-5.6-luna",
            "gpt-5.5",
            "gpt-5.5-2026-04-23",
            "gpt-5.4",
            "gpt-5.4-mini",
            "gpt-5.4-nano",
            "gpt-5.4-mini-2026-03-17",
            "gpt-5.4-nano-2026-03-17",
            "gpt-5.3-chat-latest",
            "gpt-5.2",
            "gpt-5.2-2025-12-11",
            "gpt-5.2-chat-latest",
            "gpt-5.2-pro",
            "gpt-5.2-pro-2025-12-11",
            "gpt-5.1",
            "gpt-5.1-2025-11-13",
            "gpt-5.1-codex",
            "gpt-5.1-mini",
            "gpt-5.1-chat-latest",
            "gpt-5",
            "gpt-5-mini",
            "gpt-5-nano",
            "gpt-5-2025-08-07",
            "gpt-5-mini-2025-08-07",
            "gpt-5-nano-2025-08-07",
            "gpt-5-chat-latest",
            "gpt-4.1",
            "gpt-4.1-mini",
            "gpt-4.1-nano",
            "gpt-4.1-2025-04-14",
            "gpt-4.1-mini-2025-04-14",
            "gpt-4.1-nano-2025-04-14",
            "o4-mini",
            "o4-mini-2025-04-16",
            "o3",
            "o3-2025-04-16",
            "o3-mini",
            "o3-mini-2025-01-31",
            "o1",
            "o1-2024-12-17",
            "o1-preview",
            "o1-preview-2024-09-12",
            "o1-mini",
            "o1-mini-2024-09-12",
            "gpt-4o",
            "gpt-4o-2024-11-20",
            "gpt-4o-2024-08-06",
            "gpt-4o-2024-05-13",
            "gpt-audio-mini",
            "gpt-audio-mini-2025-12-15",
            "gpt-4o-audio-preview",
            "gpt-4o-audio-preview-2024-10-01",
            "gpt-4o-audio-preview-2024-12-17",
            "gpt-4o-audio-preview-2025-06-03",
            "gpt-4o-mini-audio-preview",
            "gpt-4o-mini-audio-preview-2024-12-17",
            "gpt-4o-search-preview",
            "gpt-4o-mini-search-preview",
            "gpt-4o-search-preview-2025-03-11",
            "gpt-4o-mini-search-preview-2025-03-11",
            "chatgpt-4o-latest",
            "codex-mini-latest",
            "gpt-4o-mini",
            "gpt-4o-mini-2024-07-18",
            "gpt-4-turbo",
            "gpt-4-turbo-2024-04-09",
            "gpt-4-0125-preview",
            "gpt-4-turbo-preview",
            "gpt-4-1106-preview",
            "gpt-4-vision-preview",
            "gpt-4",
            "gpt-4-0314",
            "gpt-4-0613",
            "gpt-4-32k",
            "gpt-4-32k-0314",
            "gpt-4-32k-0613",
            "gpt-3.5-turbo",
            "gpt-3.5-turbo-16k",
            "gpt-3.5-turbo-0301",
            "gpt-3.5-turbo-0613",
            "gpt-3.5-turbo-1106",
            "gpt-3.5-turbo-0125",
            "gpt-3.5-turbo-16k-0613",
            "o1-pro",
            "o1-pro-2025-03-19",
            "o3-pro",
            "o3-pro-2025-06-10",
            "o3-deep-research",
            "o3-deep-research-2025-06-26",
            "o4-mini-deep-research",
            "o4-mini-deep-research-2025-06-26",
            "computer-use-preview",
            "computer-use-preview-2025-03-11",
            "gpt-5.5-pro",
            "gpt-5.5-pro-2026-04-23",
            "gpt-5-codex",
            "gpt-5-pro",
            "gpt-5-pro-2025-10-06",
            "gpt-5.1-codex-max",
            "gpt-daybreak-blue-latest",
            "gpt-daybreak-red-latest",
            "gpt-5.6-cyber",
            "gpt-6-cyber",
            "gpt-rosalind-research",
            "gpt-6-rosalind",
            "gpt-6.2-astra-law",
        ],
        str,
    ]
    moderation: Optional[Moderation]
    multi_agent: Optional[MultiAgent]
    parallel_tool_calls: Optional[bool]
    previous_response_id: Optional[str]
    prompt: Optional[BetaResponsePromptParam]
    prompt_cache_key: Optional[str]
    prompt_cache_options: PromptCacheOptions
    prompt_cache_retention: Optional[Literal["in_memory", "24h"]]
    reasoning: Optional[Reasoning]
    safety_identifier: Optional[str]
    service_tier: Optional[BetaServiceTier]
    store: Optional[bool]
    stream_options: Optional[StreamOptions]
    temperature: Optional[float]
    text: BetaResponseTextConfigParam
    tool_choice: ToolChoice
    tools: Iterable[BetaToolParam]
    top_logprobs: Optional[int]
    top_p: Optional[float]
    truncation: Optional[Literal["auto", "disabled"]]
    user: str
    betas: Annotated[List[Literal["responses_multi_agent=v1"]], PropertyInfo(alias="openai-beta")]

class AccessPrograms(TypedDict, total=False):
    cyber: Literal["standard", "daybreak_blue", "daybreak_red"]

class BackgroundOptions(TypedDict, total=False):
    completion_window: Literal["soonest", "2h", "8h"]
    continuation_id: str

class ContextManagement(TypedDict, total=False):
    type: Required[str]
    compact_threshold: Optional[int]

Conversation: TypeAlias = Union[str, BetaResponseConversationParamParam]

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

class MultiAgent(TypedDict, total=False):
    enabled: Required[bool]
    max_concurrent_subagents: int

class PromptCacheOptions(TypedDict, total=False):
    comparison_response_id: Optional[str]
    mode: Literal["implicit", "explicit"]
    prewarm: bool
    ttl: Literal["30m", "12h"]

class Reasoning(TypedDict, total=False):
    context: Optional[Literal["auto", "current_turn", "all_turns"]]
    effort: Optional[Literal["none", "minimal", "low", "medium", "high", "xhigh", "max"]]
    generate_summary: Optional[Literal["auto", "concise", "detailed"]]
    mode: Union[str, Literal["standard", "pro"]]
    summary: Optional[Literal["auto", "concise", "detailed"]]

class StreamOptions(TypedDict, total=False):
    include_obfuscation: bool

class ToolChoiceBetaSpecificProgrammaticToolCallingParam(TypedDict, total=False):
    type: Required[Literal["programmatic_tool_calling"]]

ToolChoice: TypeAlias = Union[
    BetaToolChoiceOptions,
    BetaToolChoiceAllowedParam,
    BetaToolChoiceTypesParam,
    BetaToolChoiceFunctionParam,
    BetaToolChoiceMcpParam,
    BetaToolChoiceCustomParam,
    ToolChoiceBetaSpecificProgrammaticToolCallingParam,
    BetaToolChoiceApplyPatchParam,
    BetaToolChoiceShellParam,
]

class ResponseCreateParamsNonStreaming(ResponseCreateParamsBase, total=False):
    stream: Optional[Literal[False]]

class ResponseCreateParamsStreaming(ResponseCreateParamsBase):
    stream: Required[Literal[True]]

ResponseCreateParams = Union[ResponseCreateParamsNonStreaming, ResponseCreateParamsStreaming]
