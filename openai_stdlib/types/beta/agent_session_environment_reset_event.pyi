# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ..._models import BaseModel

class AgentSessionEnvironmentResetEvent(BaseModel):
    environment_id: str
    event_id: str
    reset_count: int
    session_id: str
    turn_id: Optional[str] = ...
    type: Literal["agent.session.environment.reset"]
    obfuscation: Optional[str] = ...
