# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Optional
from typing_extensions import Literal
from ..._models import BaseModel
from .realtime_transcription_session_audio import RealtimeTranscriptionSessionAudio

class RealtimeTranscriptionSessionCreateRequest(BaseModel):
    type: Literal["transcription"]
    audio: Optional[RealtimeTranscriptionSessionAudio] = ...
    include: Optional[List[Literal["item.input_audio_transcription.logprobs"]]] = ...
