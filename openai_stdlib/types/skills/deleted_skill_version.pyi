# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import Literal
from ..._models import BaseModel

class DeletedSkillVersion(BaseModel):
    id: str
    deleted: bool
    object: Literal["skill.version.deleted"]
    version: str
