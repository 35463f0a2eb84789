# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Required, TypedDict

class UserUpdateParams(TypedDict, total=False):
    project_id: Required[str]
    role: Optional[str]
