# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List
from typing_extensions import Literal
from .tool_call import ToolCall
from ....._models import BaseModel

class ToolCallsStepDetails(BaseModel):
    tool_calls: List[ToolCall]
    type: Literal["tool_calls"]
