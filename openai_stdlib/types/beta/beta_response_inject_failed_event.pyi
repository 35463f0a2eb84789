# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Optional
from typing_extensions import Literal
from ..._models import BaseModel
from .beta_response_input_item import BetaResponseInputItem

class Error(BaseModel):
    code: Literal["response_already_completed", "response_not_found"]
    message: str

class BetaResponseInjectFailedEvent(BaseModel):
    error: Error
    input: List[BetaResponseInputItem]
    response_id: str
    sequence_number: int
    type: Literal["response.inject.failed"]
    stream_id: Optional[str] = ...
