# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Required, TypedDict
from .project_residency import ProjectResidency

class ProjectCreateParams(TypedDict, total=False):
    name: Required[str]
    external_key_id: Optional[str]
    geography: Optional[str]
    residency: Optional[ProjectResidency]
