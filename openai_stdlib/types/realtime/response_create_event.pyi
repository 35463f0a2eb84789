# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ..._models import BaseModel
from .realtime_response_create_params import RealtimeResponseCreateParams

class ResponseCreateEvent(BaseModel):
    type: Literal["response.create"]
    event_id: Optional[str] = ...
    response: Optional[RealtimeResponseCreateParams] = ...
