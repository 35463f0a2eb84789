# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ..._models import BaseModel
from .beta_response_input_message_content_list import BetaResponseInputMessageContentList

class Agent(BaseModel):
    agent_name: str

class BetaResponseInputMessageItem(BaseModel):
    id: str
    content: BetaResponseInputMessageContentList
    role: Literal["user", "system", "developer"]
    type: Literal["message"]
    agent: Optional[Agent] = ...
    status: Optional[Literal["in_progress", "completed", "incomplete"]] = ...
