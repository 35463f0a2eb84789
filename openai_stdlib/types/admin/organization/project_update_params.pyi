# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import TypedDict

class ProjectUpdateParams(TypedDict, total=False):
    external_key_id: Optional[str]
    geography: Optional[str]
    name: Optional[str]
