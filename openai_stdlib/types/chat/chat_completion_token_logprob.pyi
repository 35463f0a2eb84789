# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Optional
from ..._models import BaseModel

class TopLogprob(BaseModel):
    token: str
    bytes: Optional[List[int]] = ...
    logprob: float

class ChatCompletionTokenLogprob(BaseModel):
    token: str
    bytes: Optional[List[int]] = ...
    logprob: float
    top_logprobs: List[TopLogprob]
