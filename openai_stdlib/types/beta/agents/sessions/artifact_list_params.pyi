# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal, TypedDict

class ArtifactListParams(TypedDict, total=False):
    after: str
    environment_id: Optional[str]
    limit: int
    order: Literal["asc", "desc"]
