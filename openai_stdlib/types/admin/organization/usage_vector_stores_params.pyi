# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List
from typing_extensions import Literal, Required, TypedDict
from ...._types import SequenceNotStr

class UsageVectorStoresParams(TypedDict, total=False):
    start_time: Required[int]
    bucket_width: Literal["1m", "1h", "1d"]
    end_time: int
    group_by: List[Literal["project_id"]]
    limit: int
    page: str
    project_ids: SequenceNotStr[str]
