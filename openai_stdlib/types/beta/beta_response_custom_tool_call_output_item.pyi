# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from .beta_response_custom_tool_call_output import BetaResponseCustomToolCallOutput

class BetaResponseCustomToolCallOutputItem(BetaResponseCustomToolCallOutput):
    id: str
    status: Literal["in_progress", "completed", "incomplete"]
    created_by: Optional[str] = ...
