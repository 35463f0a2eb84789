# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
import builtins
from typing import Dict
from typing_extensions import Literal
from ....._models import BaseModel

class SessionTrace(BaseModel):
    id: str
    created_at: int
    object: Literal["agent.session.trace"]
    otlp: Dict[str, builtins.object]
    session_id: str
