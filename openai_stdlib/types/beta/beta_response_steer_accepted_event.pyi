# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ..._models import BaseModel

class Steer(BaseModel):
    id: str
    previous_response_id: str

class BetaResponseSteerAcceptedEvent(BaseModel):
    sequence_number: int
    steer: Steer
    type: Literal["response.steer.accepted"]
    stream_id: Optional[str] = ...
