# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ..._models import BaseModel

class SafetyAlert(BaseModel):
    id: str
    created_at: int
    error_type: Literal[
        "potentially_unintended_data_transfer",
        "potentially_unintended_data_access",
        "potentially_unintended_destructive_activity",
        "other",
    ]
    model: str
    object: Literal["safety.alert"]
    reason: Optional[str] = ...
    request_id: str
    request_paused: bool
    response_id: str
    detailed_explanation: Optional[str] = ...
