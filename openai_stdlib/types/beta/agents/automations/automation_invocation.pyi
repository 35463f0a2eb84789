# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ....._models import BaseModel
from .automation_invocation_source import AutomationInvocationSource

class Error(BaseModel):
    code: str
    message: str

class AutomationInvocation(BaseModel):
    id: str
    automation_id: str
    created_at: int
    error: Optional[Error] = ...
    object: Literal["agent.automation.invocation"]
    scheduled_at: Optional[int] = ...
    session_id: Optional[str] = ...
    skip_reason: Optional[Literal["pending_delivery"]] = ...
    source: AutomationInvocationSource
    status: Literal["queued", "completed", "failed", "skipped"]
