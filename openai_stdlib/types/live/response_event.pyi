# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict, Optional
from typing_extensions import Literal
from ..._models import BaseModel

class ResponseEvent(BaseModel):
    event: Dict[str, object]
    event_id: str
    type: Literal["response.event"]
    client_event_id: Optional[str] = ...
    delegation_id: Optional[str] = ...
