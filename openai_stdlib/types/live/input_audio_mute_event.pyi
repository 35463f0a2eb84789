# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ..._models import BaseModel

class InputAudioMuteEvent(BaseModel):
    type: Literal["session.input_audio.mute"]
    event_id: Optional[str] = ...
