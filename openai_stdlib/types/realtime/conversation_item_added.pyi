# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ..._models import BaseModel
from .conversation_item import ConversationItem

class ConversationItemAdded(BaseModel):
    event_id: str
    item: ConversationItem
    type: Literal["conversation.item.added"]
    previous_item_id: Optional[str] = ...
