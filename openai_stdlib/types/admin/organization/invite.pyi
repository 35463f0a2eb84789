# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Optional
from typing_extensions import Literal
from ...._models import BaseModel

class Project(BaseModel):
    id: str
    role: Literal["member", "owner"]

class Invite(BaseModel):
    id: str
    created_at: int
    email: str
    object: Literal["organization.invite"]
    projects: List[Project]
    role: Literal["owner", "reader"]
    status: Literal["accepted", "expired", "pending"]
    accepted_at: Optional[int] = ...
    expires_at: Optional[int] = ...
