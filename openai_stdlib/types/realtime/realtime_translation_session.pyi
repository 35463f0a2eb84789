# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ..._models import BaseModel
from .noise_reduction_type import NoiseReductionType

class AudioInputNoiseReduction(BaseModel):
    type: NoiseReductionType
    strength: Optional[float] = ...

class AudioInputTranscription(BaseModel):
    model: str

class AudioInput(BaseModel):
    noise_reduction: Optional[AudioInputNoiseReduction] = ...
    transcription: Optional[AudioInputTranscription] = ...

class AudioOutput(BaseModel):
    language: Optional[str] = ...

class Audio(BaseModel):
    input: Optional[AudioInput] = ...
    output: Optional[AudioOutput] = ...

class RealtimeTranslationSession(BaseModel):
    id: str
    audio: Audio
    expires_at: int
    model: str
    type: Literal["translation"]
