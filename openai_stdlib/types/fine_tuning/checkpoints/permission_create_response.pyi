# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import Literal
from ...._models import BaseModel

class PermissionCreateResponse(BaseModel):
    id: str
    created_at: int
    object: Literal["checkpoint.permission"]
    project_id: str
