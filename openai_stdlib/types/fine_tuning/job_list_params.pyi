# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict, Optional
from typing_extensions import TypedDict

class JobListParams(TypedDict, total=False):
    after: str
    limit: int
    metadata: Optional[Dict[str, str]]
