# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ..._models import BaseModel

class ChatCompletionAudio(BaseModel):
    id: str
    data: str
    expires_at: int
    transcript: str
