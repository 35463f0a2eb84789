# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ..._models import BaseModel
from .beta_response_output_item import BetaResponseOutputItem

class Agent(BaseModel):
    agent_name: str

class BetaResponseOutputItemAddedEvent(BaseModel):
    item: BetaResponseOutputItem
    output_index: int
    sequence_number: int
    type: Literal["response.output_item.added"]
    agent: Optional[Agent] = ...
