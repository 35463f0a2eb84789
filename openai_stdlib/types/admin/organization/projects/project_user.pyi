# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ....._models import BaseModel

class ProjectUser(BaseModel):
    id: str
    added_at: int
    object: Literal["organization.project.user"]
    role: str
    email: Optional[str] = ...
    name: Optional[str] = ...
