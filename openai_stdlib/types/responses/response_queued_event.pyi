# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import Literal
from .response import Response
from ..._models import BaseModel

class ResponseQueuedEvent(BaseModel):
    response: Response
    sequence_number: int
    type: Literal["response.queued"]
