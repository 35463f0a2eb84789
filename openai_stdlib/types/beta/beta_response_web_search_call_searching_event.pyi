# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ..._models import BaseModel

class Agent(BaseModel):
    agent_name: str

class BetaResponseWebSearchCallSearchingEvent(BaseModel):
    item_id: str
    output_index: int
    sequence_number: int
    type: Literal["response.web_search_call.searching"]
    agent: Optional[Agent] = ...
