# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import Literal
from ..._models import BaseModel

class CodeInterpreterTool(BaseModel):
    type: Literal["code_interpreter"]
