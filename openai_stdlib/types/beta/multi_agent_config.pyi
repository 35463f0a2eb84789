# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from ..._models import BaseModel

class MultiAgentConfig(BaseModel):
    enabled: bool
    max_concurrent_subagents: Optional[int] = ...
