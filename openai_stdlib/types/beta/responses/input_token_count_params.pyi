# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Union, Iterable, Optional
from typing_extensions import Literal, Required, Annotated, TypeAlias, TypedDict
from ...._utils import PropertyInfo
from ..beta_tool_param import BetaToolParam
from ..beta_tool_choice_options import BetaToolChoiceOptions
from ..beta_tool_choice_mcp_param import BetaToolChoiceMcpParam
from ..beta_tool_choice_shell_param import BetaToolChoiceShellParam
from ..beta_tool_choice_types_param import BetaToolChoiceTypesParam
from ..beta_tool_choice_custom_param import BetaToolChoiceCustomParam
from ..beta_response_input_item_param import BetaResponseInputItemParam
from ..beta_tool_choice_allowed_param import BetaToolChoiceAllowedParam
from ..beta_tool_choice_function_param import BetaToolChoiceFunctionParam
from ..beta_tool_choice_apply_patch_param import BetaToolChoiceApplyPatchParam
from ..beta_response_conversation_param_param import BetaResponseConversationParamParam
from ..beta_response_format_text_config_param import BetaResponseFormatTextConfigParam

class InputTokenCountParams(TypedDict, total=False):
    conversation: Optional[Conversation]
    input: Union[str, Iterable[BetaResponseInputItemParam], None]
    instructions: Optional[str]
    model: Optional[str]
    parallel_tool_calls: Optional[bool]
    personality: Union[str, Literal["friendly", "pragmatic"]]
    previous_response_id: Optional[str]
    reasoning: Optional[Reasoning]
    text: Optional[Text]
    tool_choice: Optional[ToolChoice]
    tools: Optional[Iterable[BetaToolParam]]
    truncation: Literal["auto", "disabled"]
    betas: Annotated[List[Literal["responses_multi_agent=v1"]], PropertyInfo(alias="openai-beta")]

Conversation: TypeAlias = Union[str, BetaResponseConversationParamParam]

class Reasoning(TypedDict, total=False):
    context: Optional[Literal["auto", "current_turn", "all_turns"]]
    effort: Optional[Literal["none", "minimal", "low", "medium", "high", "xhigh", "max"]]
    generate_summary: Optional[Literal["auto", "concise", "detailed"]]
    mode: Union[str, Literal["standard", "pro"]]
    summary: Optional[Literal["auto", "concise", "detailed"]]

class Text(TypedDict, total=False):
    format: BetaResponseFormatTextConfigParam
    verbosity: Optional[Literal["low", "medium", "high"]]

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
