# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List
from typing_extensions import Literal, Required, TypedDict
from ...._types import SequenceNotStr

class UsageFileSearchCallsParams(TypedDict, total=False):
    start_time: Required[int]
    api_key_ids: SequenceNotStr[str]
    bucket_width: Literal["1m", "1h", "1d"]
    end_time: int
    group_by: List[Literal["project_id", "user_id", "api_key_id", "vector_store_id"]]
    limit: int
    page: str
    project_ids: SequenceNotStr[str]
    user_ids: SequenceNotStr[str]
    vector_store_ids: SequenceNotStr[str]
