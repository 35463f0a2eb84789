# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ..._models import BaseModel

class PythonGrader(BaseModel):
    name: str
    source: str
    type: Literal["python"]
    image_tag: Optional[str] = ...
