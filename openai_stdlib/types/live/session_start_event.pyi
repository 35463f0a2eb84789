# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ..._models import BaseModel
from .session_config import SessionConfig

class SessionStartEvent(BaseModel):
    session: SessionConfig
    type: Literal["session.start"]
    event_id: Optional[str] = ...
