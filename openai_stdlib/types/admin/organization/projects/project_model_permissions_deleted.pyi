# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import Literal
from ....._models import BaseModel

class ProjectModelPermissionsDeleted(BaseModel):
    deleted: bool
    object: Literal["project.model_permissions.deleted"]
