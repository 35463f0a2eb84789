# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Optional
from typing_extensions import Literal
from ..._models import BaseModel
from .beta_response_steer_pending_reason import BetaResponseSteerPendingReason
from .beta_response_steer_required_input import BetaResponseSteerRequiredInput

class Steer(BaseModel):
    id: str
    previous_response_id: str

class BetaResponseSteerPendingEvent(BaseModel):
    reason: BetaResponseSteerPendingReason
    required_input: List[BetaResponseSteerRequiredInput]
    sequence_number: int
    steer: Steer
    type: Literal["response.steer.pending"]
    stream_id: Optional[str] = ...
