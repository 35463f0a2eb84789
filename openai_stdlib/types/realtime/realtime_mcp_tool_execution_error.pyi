# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import Literal
from ..._models import BaseModel

class RealtimeMcpToolExecutionError(BaseModel):
    message: str
    type: Literal["tool_execution_error"]
