# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Optional
from typing_extensions import Literal
from ..._models import BaseModel
from .beta_response_computer_tool_call_output_screenshot import BetaResponseComputerToolCallOutputScreenshot

class AcknowledgedSafetyCheck(BaseModel):
    id: str
    code: Optional[str] = ...
    message: Optional[str] = ...

class Agent(BaseModel):
    agent_name: str

class BetaResponseComputerToolCallOutputItem(BaseModel):
    id: str
    call_id: str
    output: BetaResponseComputerToolCallOutputScreenshot
    status: Literal["completed", "incomplete", "failed", "in_progress"]
    type: Literal["computer_call_output"]
    acknowledged_safety_checks: Optional[List[AcknowledgedSafetyCheck]] = ...
    agent: Optional[Agent] = ...
    created_by: Optional[str] = ...
