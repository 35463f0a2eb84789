# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ..._models import BaseModel

class DecisionItemDeletedEvent(BaseModel):
    event_id: str
    item_id: str
    type: Literal["decision.item.deleted"]
    client_event_id: Optional[str] = ...
