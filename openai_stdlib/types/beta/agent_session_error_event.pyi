# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ..._models import BaseModel
from .session_error import SessionError

class AgentSessionErrorEvent(BaseModel):
    error: SessionError
    event_id: str
    session_id: str
    type: Literal["error"]
    obfuscation: Optional[str] = ...
