# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ...._models import BaseModel

class ImageFileDelta(BaseModel):
    detail: Optional[Literal["auto", "low", "high"]] = ...
    file_id: Optional[str] = ...
