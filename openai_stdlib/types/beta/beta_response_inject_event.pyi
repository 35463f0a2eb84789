# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List
from typing_extensions import Literal
from ..._models import BaseModel
from .beta_response_input_item import BetaResponseInputItem

class BetaResponseInjectEvent(BaseModel):
    input: List[BetaResponseInputItem]
    response_id: str
    type: Literal["response.inject"]
