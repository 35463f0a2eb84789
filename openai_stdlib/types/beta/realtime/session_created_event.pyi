# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import Literal
from .session import Session
from ...._models import BaseModel

class SessionCreatedEvent(BaseModel):
    event_id: str
    session: Session
    type: Literal["session.created"]
