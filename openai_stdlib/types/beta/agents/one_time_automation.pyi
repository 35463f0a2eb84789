# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict, Optional
from typing_extensions import Literal
from ...._models import BaseModel
from .automation_target import AutomationTarget
from .automation_created_by import AutomationCreatedBy

class OneTimeAutomation(BaseModel):
    id: str
    created_at: int
    created_by: AutomationCreatedBy
    metadata: Dict[str, str]
    name: str
    object: Literal["agent.automation"]
    run_at: int
    status: Literal["active", "paused", "completed"]
    target: AutomationTarget
    type: Literal["once"]
    pause_reason: Optional[Literal["target_session_failed"]] = ...
