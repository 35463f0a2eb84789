# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ..._models import BaseModel

class InputAudioMutedEvent(BaseModel):
    event_id: str
    type: Literal["session.input_audio.muted"]
    client_event_id: Optional[str] = ...
