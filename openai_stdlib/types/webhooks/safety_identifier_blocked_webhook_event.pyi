# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ..._models import BaseModel

class Data(BaseModel):
    safety_category: str
    safety_identifier: str
    model: Optional[str] = ...
    project_id: Optional[str] = ...
    request_id: Optional[str] = ...

class SafetyIdentifierBlockedWebhookEvent(BaseModel):
    id: str
    created_at: int
    data: Data
    type: Literal["safety_identifier.blocked"]
    object: Optional[Literal["event"]] = ...
