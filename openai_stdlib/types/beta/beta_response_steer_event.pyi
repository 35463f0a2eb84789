# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import Literal
from ..._models import BaseModel
from .beta_response_steer_input import BetaResponseSteerInput

class BetaResponseSteerEvent(BaseModel):
    input: BetaResponseSteerInput
    previous_response_id: str
    type: Literal["response.steer"]
