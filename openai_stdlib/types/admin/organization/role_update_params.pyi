# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import TypedDict
from ...._types import SequenceNotStr

class RoleUpdateParams(TypedDict, total=False):
    description: Optional[str]
    permissions: Optional[SequenceNotStr[str]]
    role_name: Optional[str]
