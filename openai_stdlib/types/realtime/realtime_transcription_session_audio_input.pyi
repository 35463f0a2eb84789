# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from ..._models import BaseModel
from .audio_transcription import AudioTranscription
from .noise_reduction_type import NoiseReductionType
from .realtime_audio_formats import RealtimeAudioFormats
from .realtime_transcription_session_audio_input_turn_detection import (
    RealtimeTranscriptionSessionAudioInputTurnDetection,
)

class NoiseReduction(BaseModel):
    strength: Optional[float] = ...
    type: Optional[NoiseReductionType] = ...

class RealtimeTranscriptionSessionAudioInput(BaseModel):
    format: Optional[RealtimeAudioFormats] = ...
    noise_reduction: Optional[NoiseReduction] = ...
    transcription: Optional[AudioTranscription] = ...
    turn_detection: Optional[RealtimeTranscriptionSessionAudioInputTurnDetection] = ...
