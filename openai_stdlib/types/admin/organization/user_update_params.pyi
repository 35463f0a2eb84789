# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import TypedDict

class UserUpdateParams(TypedDict, total=False):
    developer_persona: Optional[str]
    role: Optional[str]
    role_id: Optional[str]
    technical_level: Optional[str]
