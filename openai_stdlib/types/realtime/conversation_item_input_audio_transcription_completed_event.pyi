# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Union, Optional
from typing_extensions import Literal, TypeAlias
from ..._models import BaseModel
from .log_prob_properties import LogProbProperties
from ..audio.transcription_language import TranscriptionLanguage

class UsageTranscriptTextUsageTokensInputTokenDetails(BaseModel):
    audio_tokens: Optional[int] = ...
    text_tokens: Optional[int] = ...

class UsageTranscriptTextUsageTokens(BaseModel):
    input_tokens: int
    output_tokens: int
    total_tokens: int
    type: Literal["tokens"]
    input_token_details: Optional[UsageTranscriptTextUsageTokensInputTokenDetails] = ...

class UsageTranscriptTextUsageDuration(BaseModel):
    seconds: float
    type: Literal["duration"]

Usage: TypeAlias = Union[UsageTranscriptTextUsageTokens, UsageTranscriptTextUsageDuration]

class ConversationItemInputAudioTranscriptionCompletedEvent(BaseModel):
    content_index: int
    event_id: str
    item_id: str
    transcript: str
    type: Literal["conversation.item.input_audio_transcription.completed"]
    usage: Usage
    languages: Optional[List[TranscriptionLanguage]] = ...
    logprobs: Optional[List[LogProbProperties]] = ...
