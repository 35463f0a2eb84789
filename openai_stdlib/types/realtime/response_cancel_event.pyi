# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ..._models import BaseModel

class ResponseCancelEvent(BaseModel):
    type: Literal["response.cancel"]
    event_id: Optional[str] = ...
    response_id: Optional[str] = ...
