# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ..._models import BaseModel
from .session_update_config import SessionUpdateConfig

class SessionUpdateEvent(BaseModel):
    session: SessionUpdateConfig
    type: Literal["session.update"]
    event_id: Optional[str] = ...
