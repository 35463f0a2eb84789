# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ....._models import BaseModel

class Function(BaseModel):
    arguments: str
    name: str
    output: Optional[str] = ...

class FunctionToolCall(BaseModel):
    id: str
    function: Function
    type: Literal["function"]
