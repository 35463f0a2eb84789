# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ..._models import BaseModel
from .token_usage import TokenUsage
from .agents.sessions.turn import Turn

class AgentSessionTurnCancelledEvent(BaseModel):
    event_id: str
    session_id: str
    turn: Turn
    turn_id: str
    type: Literal["agent.session.turn.cancelled"]
    usage: Optional[TokenUsage] = ...
    obfuscation: Optional[str] = ...
