# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ..._models import BaseModel
from .beta_response_steer_input import BetaResponseSteerInput
from .beta_response_steer_error_code import BetaResponseSteerErrorCode

class Error(BaseModel):
    code: BetaResponseSteerErrorCode
    message: str
    type: Literal["invalid_request_error"]

class Steer(BaseModel):
    input: BetaResponseSteerInput
    previous_response_id: str
    id: Optional[str] = ...

class BetaResponseSteerFailedEvent(BaseModel):
    error: Error
    sequence_number: int
    steer: Steer
    type: Literal["response.steer.failed"]
    stream_id: Optional[str] = ...
