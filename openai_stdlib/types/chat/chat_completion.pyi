# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict, List, Union, Optional
from typing_extensions import Literal, Annotated, TypeAlias
from ..._utils import PropertyInfo
from ..._models import BaseModel
from ..shared.metadata import Metadata
from ..completion_usage import CompletionUsage
from .chat_completion_message import ChatCompletionMessage
from .chat_completion_token_logprob import ChatCompletionTokenLogprob

class ChoiceLogprobs(BaseModel):
    content: Optional[List[ChatCompletionTokenLogprob]] = ...
    refusal: Optional[List[ChatCompletionTokenLogprob]] = ...

class Choice(BaseModel):
    finish_reason: Literal["stop", "length", "tool_calls", "content_filter", "function_call"]
    index: int
    logprobs: Optional[ChoiceLogprobs] = ...
    message: ChatCompletionMessage

class ModerationInputModerationResultsResult(BaseModel):
    categories: Dict[str, bool]
    category_applied_input_types: Dict[str, List[Literal["text", "image"]]]
    category_scores: Dict[str, float]
    flagged: bool
    model: str
    type: Literal["moderation_result"]

class ModerationInputModerationResults(BaseModel):
    model: str
    results: List[ModerationInputModerationResultsResult]
    type: Literal["moderation_results"]

class ModerationInputError(BaseModel):
    code: str
    message: str
    type: Literal["error"]

ModerationInput: TypeAlias = Annotated[
    Union[ModerationInputModerationResults, ModerationInputError], PropertyInfo(discriminator="type")
]

class ModerationOutputModerationResultsResult(BaseModel):
    categories: Dict[str, bool]
    category_applied_input_types: Dict[str, List[Literal["text", "image"]]]
    category_scores: Dict[str, float]
    flagged: bool
    model: str
    type: Literal["moderation_result"]

class ModerationOutputModerationResults(BaseModel):
    model: str
    results: List[ModerationOutputModerationResultsResult]
    type: Literal["moderation_results"]

class ModerationOutputError(BaseModel):
    code: str
    message: str
    type: Literal["error"]

ModerationOutput: TypeAlias = Annotated[
    Union[ModerationOutputModerationResults, ModerationOutputError], PropertyInfo(discriminator="type")
]

class Moderation(BaseModel):
    input: ModerationInput
    output: ModerationOutput

class ChatCompletion(BaseModel):
    id: str
    choices: List[Choice]
    created: int
    model: str
    object: Literal["chat.completion"]
    metadata: Optional[Metadata] = ...
    moderation: Optional[Moderation] = ...
    service_tier: Optional[Literal["auto", "default", "flex", "scale", "priority", "fast"]] = ...
    system_fingerprint: Optional[str] = ...
    usage: Optional[CompletionUsage] = ...
