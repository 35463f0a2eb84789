# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ..._models import BaseModel

class Error(BaseModel):
    code: str
    message: str
    type: str

class AgentSessionEnvironmentState(BaseModel):
    id: str
    error: Optional[Error] = ...
    status: Literal["pending", "ready", "connected", "disconnected", "suspended", "expired", "failed"]
    type: str
