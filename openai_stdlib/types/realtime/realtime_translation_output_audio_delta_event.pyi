# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ..._models import BaseModel

class RealtimeTranslationOutputAudioDeltaEvent(BaseModel):
    delta: str
    event_id: str
    type: Literal["session.output_audio.delta"]
    channels: Optional[int] = ...
    elapsed_ms: Optional[int] = ...
    format: Optional[Literal["pcm16"]] = ...
    sample_rate: Optional[int] = ...
