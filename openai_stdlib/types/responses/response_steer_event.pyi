# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import Literal
from ..._models import BaseModel
from .response_steer_input import ResponseSteerInput

class ResponseSteerEvent(BaseModel):
    input: ResponseSteerInput
    previous_response_id: str
    type: Literal["response.steer"]
