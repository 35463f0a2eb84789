# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ..._models import BaseModel

class ToolChoiceMcp(BaseModel):
    server_label: str
    type: Literal["mcp"]
    name: Optional[str] = ...
