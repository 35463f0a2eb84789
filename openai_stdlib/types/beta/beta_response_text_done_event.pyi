# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Optional
from typing_extensions import Literal
from ..._models import BaseModel

class LogprobTopLogprob(BaseModel):
    token: Optional[str] = ...
    logprob: Optional[float] = ...

class Logprob(BaseModel):
    token: str
    logprob: float
    top_logprobs: Optional[List[LogprobTopLogprob]] = ...

class Agent(BaseModel):
    agent_name: str

class BetaResponseTextDoneEvent(BaseModel):
    content_index: int
    item_id: str
    logprobs: List[Logprob]
    output_index: int
    sequence_number: int
    text: str
    type: Literal["response.output_text.done"]
    agent: Optional[Agent] = ...
