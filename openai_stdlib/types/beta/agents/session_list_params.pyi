# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict
from typing_extensions import Literal, TypedDict

class SessionListParams(TypedDict, total=False):
    after: str
    agent_id: str
    limit: int
    metadata: Dict[str, str]
    order: Literal["asc", "desc"]
