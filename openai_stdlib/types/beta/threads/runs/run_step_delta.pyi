# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union, Optional
from typing_extensions import TypeAlias
from ....._models import BaseModel
from .tool_call_delta_object import ToolCallDeltaObject
from .run_step_delta_message_delta import RunStepDeltaMessageDelta

StepDetails: TypeAlias = Union[RunStepDeltaMessageDelta, ToolCallDeltaObject]

class RunStepDelta(BaseModel):
    step_details: Optional[StepDetails] = ...
