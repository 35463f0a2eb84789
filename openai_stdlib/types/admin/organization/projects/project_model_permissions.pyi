# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List
from typing_extensions import Literal
from ....._models import BaseModel

class ProjectModelPermissions(BaseModel):
    mode: Literal["allow_list", "deny_list"]
    api_model_ids: List[str]
    object: Literal["project.model_permissions"]
