# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ..._models import BaseModel

class RealtimeTranslationInputAudioBufferAppendEvent(BaseModel):
    audio: str
    type: Literal["session.input_audio_buffer.append"]
    event_id: Optional[str] = ...
