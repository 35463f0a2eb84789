# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ...._models import BaseModel

class ImageFile(BaseModel):
    file_id: str
    detail: Optional[Literal["auto", "low", "high"]] = ...
