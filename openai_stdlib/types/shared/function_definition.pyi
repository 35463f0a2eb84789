# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from ..._models import BaseModel
from .function_parameters import FunctionParameters

class FunctionDefinition(BaseModel):
    name: str
    description: Optional[str] = ...
    parameters: Optional[FunctionParameters] = ...
    strict: Optional[bool] = ...
