# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ..._models import BaseModel

class Delta(BaseModel):
    stderr: Optional[str] = ...
    stdout: Optional[str] = ...

class Agent(BaseModel):
    agent_name: str

class BetaResponseShellCallOutputContentDeltaEvent(BaseModel):
    command_index: int
    delta: Delta
    item_id: str
    output_index: int
    sequence_number: int
    type: Literal["response.shell_call_output_content.delta"]
    agent: Optional[Agent] = ...
