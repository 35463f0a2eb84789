# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Union, Optional
from typing_extensions import Literal, Annotated, TypeAlias
from ..._utils import PropertyInfo
from ..._models import BaseModel
from .transcription_language import TranscriptionLanguage

class Logprob(BaseModel):
    token: Optional[str] = ...
    bytes: Optional[List[float]] = ...
    logprob: Optional[float] = ...

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

class Transcription(BaseModel):
    text: str
    languages: Optional[List[TranscriptionLanguage]] = ...
    logprobs: Optional[List[Logprob]] = ...
    usage: Optional[Usage] = ...
