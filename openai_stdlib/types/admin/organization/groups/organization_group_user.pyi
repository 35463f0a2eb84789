# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from ....._models import BaseModel

class OrganizationGroupUser(BaseModel):
    id: str
    email: Optional[str] = ...
    name: str
