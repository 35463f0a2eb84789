# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ..._models import BaseModel

class Notice(BaseModel):
    type: Literal["warning", "deactivation"]

class SafetyCase(BaseModel):
    id: str
    created_at: int
    entity_identifier: str
    notice: Notice
    object: Literal["safety.case"]
    reason: Optional[str] = ...
