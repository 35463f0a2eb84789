# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import Literal
from ...role import Role
from ......_models import BaseModel

class Group(BaseModel):
    id: str
    created_at: int
    name: str
    object: Literal["group"]
    scim_managed: bool

class RoleCreateResponse(BaseModel):
    group: Group
    object: Literal["group.role"]
    role: Role
