# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ....._models import BaseModel

class Image(BaseModel):
    file_id: Optional[str] = ...

class CodeInterpreterOutputImage(BaseModel):
    index: int
    type: Literal["image"]
    image: Optional[Image] = ...
