# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ..._models import BaseModel

class Agent(BaseModel):
    agent_name: str

class BetaResponseToolSearchCall(BaseModel):
    id: str
    arguments: object
    call_id: Optional[str] = ...
    execution: Literal["server", "client"]
    status: Literal["in_progress", "completed", "incomplete"]
    type: Literal["tool_search_call"]
    agent: Optional[Agent] = ...
    created_by: Optional[str] = ...
