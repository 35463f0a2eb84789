# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict, Optional
from typing_extensions import Literal
from ..._models import BaseModel

class FunctionTool(BaseModel):
    name: str
    type: Literal["function"]
    description: Optional[str] = ...
    parameters: Optional[Dict[str, object]] = ...
    strict: Optional[bool] = ...
