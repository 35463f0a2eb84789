# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ..._models import BaseModel

class RealtimeTranslationOutputTranscriptDeltaEvent(BaseModel):
    delta: str
    event_id: str
    type: Literal["session.output_transcript.delta"]
    elapsed_ms: Optional[int] = ...
