# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Optional
from typing_extensions import Literal
from .tool import Tool
from ..._models import BaseModel

class ResponseToolSearchOutputItem(BaseModel):
    id: str
    call_id: Optional[str] = ...
    execution: Literal["server", "client"]
    status: Literal["in_progress", "completed", "incomplete"]
    tools: List[Tool]
    type: Literal["tool_search_output"]
    created_by: Optional[str] = ...
