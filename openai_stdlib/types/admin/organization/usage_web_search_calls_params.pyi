# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List
from typing_extensions import Literal, Required, TypedDict
from ...._types import SequenceNotStr

class UsageWebSearchCallsParams(TypedDict, total=False):
    start_time: Required[int]
    api_key_ids: SequenceNotStr[str]
    bucket_width: Literal["1m", "1h", "1d"]
    context_levels: List[Literal["low", "medium", "high"]]
    end_time: int
    group_by: List[Literal["project_id", "user_id", "api_key_id", "model", "context_level", "api_source"]]
    limit: int
    models: SequenceNotStr[str]
    page: str
    project_ids: SequenceNotStr[str]
    user_ids: SequenceNotStr[str]
