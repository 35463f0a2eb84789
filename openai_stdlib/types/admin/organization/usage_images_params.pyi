# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List
from typing_extensions import Literal, Required, TypedDict
from ...._types import SequenceNotStr

class UsageImagesParams(TypedDict, total=False):
    start_time: Required[int]
    api_key_ids: SequenceNotStr[str]
    bucket_width: Literal["1m", "1h", "1d"]
    end_time: int
    group_by: List[Literal["project_id", "user_id", "api_key_id", "model", "size", "source"]]
    limit: int
    models: SequenceNotStr[str]
    page: str
    project_ids: SequenceNotStr[str]
    sizes: List[Literal["256x256", "512x512", "1024x1024", "1792x1792", "1024x1792"]]
    sources: List[Literal["image.generation", "image.edit", "image.variation"]]
    user_ids: SequenceNotStr[str]
