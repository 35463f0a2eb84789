# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ..._models import BaseModel
from .agent_function_call_status import AgentFunctionCallStatus

class AgentCommandExecutionItem(BaseModel):
    id: str
    command: str
    cwd: Optional[str] = ...
    duration_ms: Optional[int] = ...
    exit_code: Optional[int] = ...
    output: Optional[str] = ...
    status: AgentFunctionCallStatus
    turn_id: str
    type: Literal["command_execution"]
