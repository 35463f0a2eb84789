# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Iterable, Optional
from typing_extensions import Literal, Required, TypedDict
from .beta_computer_action_param import BetaComputerActionParam
from .beta_computer_action_list_param import BetaComputerActionListParam

class PendingSafetyCheck(TypedDict, total=False):
    id: Required[str]
    code: Optional[str]
    message: Optional[str]

class Agent(TypedDict, total=False):
    agent_name: Required[str]

class BetaResponseComputerToolCallParam(TypedDict, total=False):
    id: Required[str]
    call_id: Required[str]
    pending_safety_checks: Required[Iterable[PendingSafetyCheck]]
    status: Required[Literal["in_progress", "completed", "incomplete"]]
    type: Required[Literal["computer_call"]]
    action: BetaComputerActionParam
    actions: BetaComputerActionListParam
    agent: Optional[Agent]
