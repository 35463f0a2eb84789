# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Optional
from typing_extensions import Literal
from ...._models import BaseModel

class Role(BaseModel):
    id: str
    description: Optional[str] = ...
    name: str
    object: Literal["role"]
    permissions: List[str]
    predefined_role: bool
    resource_type: str
