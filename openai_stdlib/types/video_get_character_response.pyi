# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from .._models import BaseModel

class VideoGetCharacterResponse(BaseModel):
    id: Optional[str] = ...
    created_at: int
    name: Optional[str] = ...
