# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ..._models import BaseModel

class OutputAudioDeltaEvent(BaseModel):
    delta: str
    type: Literal["session.output_audio.delta"]
    end_ms: Optional[int] = ...
    start_ms: Optional[int] = ...
