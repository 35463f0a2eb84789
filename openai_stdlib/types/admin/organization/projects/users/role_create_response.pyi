# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import Literal
from ...role import Role
from ......_models import BaseModel
from ...organization_user import OrganizationUser

class RoleCreateResponse(BaseModel):
    object: Literal["user.role"]
    role: Role
    user: OrganizationUser
