# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ..._models import BaseModel
from .session_resource import SessionResource

class SessionUpdatedEvent(BaseModel):
    event_id: str
    session: SessionResource
    type: Literal["session.updated"]
    client_event_id: Optional[str] = ...
