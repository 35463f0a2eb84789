# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from .subagent import Subagent
from ..._models import BaseModel

class AgentSessionSubagentCreatedEvent(BaseModel):
    event_id: str
    subagent: Subagent
    type: Literal["agent.session.subagent.created"]
    obfuscation: Optional[str] = ...
