# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union, Optional
from typing_extensions import Literal
from ..._models import BaseModel
from ..decision import Decision

class Event(BaseModel):
    decision: Decision
    type: Literal["decision.completed"]

class DecisionEvent(BaseModel):
    delegation_id: Optional[str] = ...
    event: Event
    event_id: str
    source_event_id: Optional[str] = ...
    source_event_type: Union[Literal["session.input_transcript.delta", "session.output_transcript.delta"], None] = ...
    trigger_id: Optional[str] = ...
    type: Literal["decision.event"]
