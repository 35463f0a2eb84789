# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from ..._models import BaseModel
from .realtime_reasoning_effort import RealtimeReasoningEffort

class RealtimeReasoning(BaseModel):
    effort: Optional[RealtimeReasoningEffort] = ...
