# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import TypedDict

class UserListParams(TypedDict, total=False):
    after: str
    limit: int
