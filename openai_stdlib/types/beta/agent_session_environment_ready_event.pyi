# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ..._models import BaseModel
from .agent_session_environment_state import AgentSessionEnvironmentState

class AgentSessionEnvironmentReadyEvent(BaseModel):
    environment: AgentSessionEnvironmentState
    event_id: str
    session_id: str
    turn_id: Optional[str] = ...
    type: Literal["agent.session.environment.ready"]
    obfuscation: Optional[str] = ...
