# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Optional
from typing_extensions import Literal
from ..._models import BaseModel
from .transcription_word import TranscriptionWord
from .transcription_segment import TranscriptionSegment

class Usage(BaseModel):
    seconds: float
    type: Literal["duration"]

class TranscriptionVerbose(BaseModel):
    duration: float
    language: str
    text: str
    segments: Optional[List[TranscriptionSegment]] = ...
    usage: Optional[Usage] = ...
    words: Optional[List[TranscriptionWord]] = ...
