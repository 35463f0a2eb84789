# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from .beta_response_function_tool_call import BetaResponseFunctionToolCall

class BetaResponseFunctionToolCallItem(BetaResponseFunctionToolCall):
    id: str
    status: Literal["in_progress", "completed", "incomplete"]
    created_by: Optional[str] = ...
