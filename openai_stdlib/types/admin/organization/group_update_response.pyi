# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ...._models import BaseModel

class GroupUpdateResponse(BaseModel):
    id: str
    created_at: int
    is_scim_managed: bool
    name: str
