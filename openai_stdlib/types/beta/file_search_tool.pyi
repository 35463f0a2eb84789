# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ..._models import BaseModel

class FileSearchRankingOptions(BaseModel):
    score_threshold: float
    ranker: Optional[Literal["auto", "default_2024_08_21"]] = ...

class FileSearch(BaseModel):
    max_num_results: Optional[int] = ...
    ranking_options: Optional[FileSearchRankingOptions] = ...

class FileSearchTool(BaseModel):
    type: Literal["file_search"]
    file_search: Optional[FileSearch] = ...
