# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ..._models import BaseModel
from .agent_session import AgentSession

class AgentSessionCreatedEvent(BaseModel):
    event_id: str
    session: AgentSession
    type: Literal["agent.session.created"]
    obfuscation: Optional[str] = ...
