# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict, List, Union, Optional
from typing_extensions import Literal, Annotated, TypeAlias
from ..._utils import PropertyInfo
from ..._models import BaseModel
from ..completion_usage import CompletionUsage
from .chat_completion_token_logprob import ChatCompletionTokenLogprob

class ChoiceDeltaAudio(BaseModel):
    id: Optional[str] = ...
    data: Optional[str] = ...
    expires_at: Optional[int] = ...
    transcript: Optional[str] = ...

class ChoiceDeltaFunctionCall(BaseModel):
    arguments: Optional[str] = ...
    name: Optional[str] = ...

class ChoiceDeltaToolCallFunction(BaseModel):
    arguments: Optional[str] = ...
    name: Optional[str] = ...

class ChoiceDeltaToolCall(BaseModel):
    index: int
    id: Optional[str] = ...
    function: Optional[ChoiceDeltaToolCallFunction] = ...
    type: Optional[Literal["function"]] = ...

class ChoiceDelta(BaseModel):
    audio: Optional[ChoiceDeltaAudio] = ...
    content: Optional[str] = ...
    function_call: Optional[ChoiceDeltaFunctionCall] = ...
    refusal: Optional[str] = ...
    role: Optional[Literal["developer", "system", "user", "assistant", "tool"]] = ...
    tool_calls: Optional[List[ChoiceDeltaToolCall]] = ...

class ChoiceLogprobs(BaseModel):
    content: Optional[List[ChatCompletionTokenLogprob]] = ...
    refusal: Optional[List[ChatCompletionTokenLogprob]] = ...

class Choice(BaseModel):
    delta: ChoiceDelta
    index: int
    finish_reason: Optional[Literal["stop", "length", "tool_calls", "content_filter", "function_call"]] = ...
    logprobs: Optional[ChoiceLogprobs] = ...

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

class ChatCompletionChunk(BaseModel):
    id: str
    choices: List[Choice]
    created: int
    model: str
    object: Literal["chat.completion.chunk"]
    moderation: Optional[Moderation] = ...
    obfuscation: Optional[str] = ...
    service_tier: Optional[Literal["auto", "default", "flex", "scale", "priority", "fast"]] = ...
    system_fingerprint: Optional[str] = ...
    usage: Optional[CompletionUsage] = ...
