# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ..._models import BaseModel

class BetaResponseInjectCreatedEvent(BaseModel):
    response_id: str
    sequence_number: int
    type: Literal["response.inject.created"]
    stream_id: Optional[str] = ...
