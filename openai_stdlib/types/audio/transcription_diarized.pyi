# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Union, Optional
from typing_extensions import Literal, Annotated, TypeAlias
from ..._utils import PropertyInfo
from ..._models import BaseModel
from .transcription_diarized_segment import TranscriptionDiarizedSegment

class UsageTokensInputTokenDetails(BaseModel):
    audio_tokens: Optional[int] = ...
    text_tokens: Optional[int] = ...

class UsageTokens(BaseModel):
    input_tokens: int
    output_tokens: int
    total_tokens: int
    type: Literal["tokens"]
    input_token_details: Optional[UsageTokensInputTokenDetails] = ...

class UsageDuration(BaseModel):
    seconds: float
    type: Literal["duration"]

Usage: TypeAlias = Annotated[Union[UsageTokens, UsageDuration], PropertyInfo(discriminator="type")]

class TranscriptionDiarized(BaseModel):
    duration: float
    segments: List[TranscriptionDiarizedSegment]
    task: Literal["transcribe"]
    text: str
    usage: Optional[Usage] = ...
