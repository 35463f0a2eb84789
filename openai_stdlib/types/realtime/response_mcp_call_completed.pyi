# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import Literal
from ..._models import BaseModel

class ResponseMcpCallCompleted(BaseModel):
    event_id: str
    item_id: str
    output_index: int
    type: Literal["response.mcp_call.completed"]
