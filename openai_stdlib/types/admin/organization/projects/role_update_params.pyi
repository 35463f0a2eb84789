# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Required, TypedDict
from ....._types import SequenceNotStr

class RoleUpdateParams(TypedDict, total=False):
    project_id: Required[str]
    description: Optional[str]
    permissions: Optional[SequenceNotStr[str]]
    role_name: Optional[str]
