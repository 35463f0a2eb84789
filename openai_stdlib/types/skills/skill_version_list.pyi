# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Optional
from typing_extensions import Literal
from ..._models import BaseModel
from .skill_version import SkillVersion

class SkillVersionList(BaseModel):
    data: List[SkillVersion]
    first_id: Optional[str] = ...
    has_more: bool
    last_id: Optional[str] = ...
    object: Literal["list"]
