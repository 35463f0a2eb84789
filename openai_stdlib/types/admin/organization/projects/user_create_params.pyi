# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Required, TypedDict

class UserCreateParams(TypedDict, total=False):
    role: Required[str]
    email: Optional[str]
    user_id: Optional[str]
