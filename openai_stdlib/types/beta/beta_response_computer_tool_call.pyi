# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Optional
from typing_extensions import Literal
from ..._models import BaseModel
from .beta_computer_action import BetaComputerAction
from .beta_computer_action_list import BetaComputerActionList

class PendingSafetyCheck(BaseModel):
    id: str
    code: Optional[str] = ...
    message: Optional[str] = ...

class Agent(BaseModel):
    agent_name: str

class BetaResponseComputerToolCall(BaseModel):
    id: str
    call_id: str
    pending_safety_checks: List[PendingSafetyCheck]
    status: Literal["in_progress", "completed", "incomplete"]
    type: Literal["computer_call"]
    action: Optional[BetaComputerAction] = ...
    actions: Optional[BetaComputerActionList] = ...
    agent: Optional[Agent] = ...
