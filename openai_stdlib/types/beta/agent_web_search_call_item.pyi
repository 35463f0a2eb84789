# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ..._models import BaseModel
from .web_search_action import WebSearchAction
from .agent_output_item_status import AgentOutputItemStatus

class AgentWebSearchCallItem(BaseModel):
    id: str
    action: Optional[WebSearchAction] = ...
    status: AgentOutputItemStatus
    turn_id: str
    type: Literal["web_search_call"]
