# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Optional
from typing_extensions import Literal
from ...._models import BaseModel

class Data(BaseModel):
    id: str
    created_at: int
    object: Literal["checkpoint.permission"]
    project_id: str

class PermissionRetrieveResponse(BaseModel):
    data: List[Data]
    has_more: bool
    object: Literal["list"]
    first_id: Optional[str] = ...
    last_id: Optional[str] = ...
