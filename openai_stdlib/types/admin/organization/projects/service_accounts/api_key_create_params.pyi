# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Required, TypedDict
from ......_types import SequenceNotStr

class APIKeyCreateParams(TypedDict, total=False):
    project_id: Required[str]
    expires_in_seconds: Optional[int]
    name: str
    scopes: SequenceNotStr[str]
