# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ..._models import BaseModel

class InputAudioUnmutedEvent(BaseModel):
    event_id: str
    type: Literal["session.input_audio.unmuted"]
    client_event_id: Optional[str] = ...
