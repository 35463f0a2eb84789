# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Optional
from typing_extensions import Literal
from ..._models import BaseModel
from .beta_tool import BetaTool

class Agent(BaseModel):
    agent_name: str

class BetaResponseToolSearchOutputItem(BaseModel):
    id: str
    call_id: Optional[str] = ...
    execution: Literal["server", "client"]
    status: Literal["in_progress", "completed", "incomplete"]
    tools: List[BetaTool]
    type: Literal["tool_search_output"]
    agent: Optional[Agent] = ...
    created_by: Optional[str] = ...
