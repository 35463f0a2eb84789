# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ..._models import BaseModel
from .session_usage import SessionUsage

class ContextWindow(BaseModel):
    usage_ratio: float

class SessionUsageUpdatedEvent(BaseModel):
    event_id: str
    type: Literal["session.usage.updated"]
    usage: SessionUsage
    client_event_id: Optional[str] = ...
    context_window: Optional[ContextWindow] = ...
