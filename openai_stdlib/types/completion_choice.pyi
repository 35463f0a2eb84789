# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict, List, Optional
from typing_extensions import Literal
from .._models import BaseModel

class Logprobs(BaseModel):
    text_offset: Optional[List[int]] = ...
    token_logprobs: Optional[List[float]] = ...
    tokens: Optional[List[str]] = ...
    top_logprobs: Optional[List[Dict[str, float]]] = ...

class CompletionChoice(BaseModel):
    finish_reason: Literal["stop", "length", "content_filter"]
    index: int
    logprobs: Optional[Logprobs] = ...
    text: str
