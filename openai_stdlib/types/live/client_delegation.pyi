# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ..._models import BaseModel

class ClientDelegation(BaseModel):
    type: Literal["client"]
    acknowledgement_delay_ms: Optional[int] = ...
