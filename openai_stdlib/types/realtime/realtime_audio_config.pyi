# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from ..._models import BaseModel
from .realtime_audio_config_input import RealtimeAudioConfigInput
from .realtime_audio_config_output import RealtimeAudioConfigOutput

class RealtimeAudioConfig(BaseModel):
    input: Optional[RealtimeAudioConfigInput] = ...
    output: Optional[RealtimeAudioConfigOutput] = ...
