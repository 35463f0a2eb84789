# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import TypedDict
from ...._types import SequenceNotStr

class UserListParams(TypedDict, total=False):
    after: str
    emails: SequenceNotStr[str]
    limit: int
