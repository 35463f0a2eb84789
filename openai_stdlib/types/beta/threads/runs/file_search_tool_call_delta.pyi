# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ....._models import BaseModel

class FileSearchToolCallDelta(BaseModel):
    file_search: object
    index: int
    type: Literal["file_search"]
    id: Optional[str] = ...
