# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import Literal, Required, TypedDict

class RoleListParams(TypedDict, total=False):
    project_id: Required[str]
    after: str
    limit: int
    order: Literal["asc", "desc"]
