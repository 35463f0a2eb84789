# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import Required, TypedDict
from ....._types import SequenceNotStr

class APIKeyUpdateParams(TypedDict, total=False):
    project_id: Required[str]
    expires_in_seconds: int
    scopes: SequenceNotStr[str]
