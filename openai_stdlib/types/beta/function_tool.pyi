# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import Literal
from ..._models import BaseModel
from ..shared.function_definition import FunctionDefinition

class FunctionTool(BaseModel):
    function: FunctionDefinition
    type: Literal["function"]
