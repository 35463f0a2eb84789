# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import Literal, Required, TypedDict

class ItemListParams(TypedDict, total=False):
    session_id: Required[str]
    subagent_id: Required[str]
    after: str
    limit: int
    order: Literal["asc", "desc"]
