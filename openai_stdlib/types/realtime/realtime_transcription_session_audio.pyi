# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from ..._models import BaseModel
from .realtime_transcription_session_audio_input import RealtimeTranscriptionSessionAudioInput

class RealtimeTranscriptionSessionAudio(BaseModel):
    input: Optional[RealtimeTranscriptionSessionAudioInput] = ...
