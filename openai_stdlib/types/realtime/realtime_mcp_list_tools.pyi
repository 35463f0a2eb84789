# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Optional
from typing_extensions import Literal
from ..._models import BaseModel

class Tool(BaseModel):
    input_schema: object
    name: str
    annotations: Optional[object] = ...
    description: Optional[str] = ...

class RealtimeMcpListTools(BaseModel):
    server_label: str
    tools: List[Tool]
    type: Literal["mcp_list_tools"]
    id: Optional[str] = ...
