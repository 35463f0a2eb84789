# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from ..._models import BaseModel

class RealtimeResponseUsageOutputTokenDetails(BaseModel):
    audio_tokens: Optional[int] = ...
    text_tokens: Optional[int] = ...
