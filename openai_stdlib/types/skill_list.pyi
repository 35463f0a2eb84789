# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Optional
from typing_extensions import Literal
from .skill import Skill
from .._models import BaseModel

class SkillList(BaseModel):
    data: List[Skill]
    first_id: Optional[str] = ...
    has_more: bool
    last_id: Optional[str] = ...
    object: Literal["list"]
