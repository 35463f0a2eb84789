# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import Literal
from ..._models import BaseModel

class McpListToolsInProgress(BaseModel):
    event_id: str
    item_id: str
    type: Literal["mcp_list_tools.in_progress"]
