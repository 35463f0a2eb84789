# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ..._models import BaseModel
from .beta_response import BetaResponse

class Agent(BaseModel):
    agent_name: str

class BetaResponseFailedEvent(BaseModel):
    response: BetaResponse
    sequence_number: int
    type: Literal["response.failed"]
    agent: Optional[Agent] = ...
