# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List
from .._models import BaseModel
from .moderation import Moderation

class ModerationCreateResponse(BaseModel):
    id: str
    model: str
    results: List[Moderation]
