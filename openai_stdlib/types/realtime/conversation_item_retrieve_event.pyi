# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ..._models import BaseModel

class ConversationItemRetrieveEvent(BaseModel):
    item_id: str
    type: Literal["conversation.item.retrieve"]
    event_id: Optional[str] = ...
