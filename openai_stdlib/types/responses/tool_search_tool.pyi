# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ..._models import BaseModel

class ToolSearchTool(BaseModel):
    type: Literal["tool_search"]
    description: Optional[str] = ...
    execution: Optional[Literal["server", "client"]] = ...
    parameters: Optional[object] = ...
