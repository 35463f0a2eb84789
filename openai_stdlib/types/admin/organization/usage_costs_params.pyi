# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List
from typing_extensions import Literal, Required, TypedDict
from ...._types import SequenceNotStr

class UsageCostsParams(TypedDict, total=False):
    start_time: Required[int]
    api_key_ids: SequenceNotStr[str]
    bucket_width: Literal["1d"]
    end_time: int
    group_by: List[Literal["project_id", "user_id", "line_item", "api_key_id", "api_source"]]
    limit: int
    line_items: SequenceNotStr[str]
    page: str
    project_ids: SequenceNotStr[str]
