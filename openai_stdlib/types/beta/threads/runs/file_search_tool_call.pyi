# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Optional
from typing_extensions import Literal
from ....._models import BaseModel

class FileSearchRankingOptions(BaseModel):
    ranker: Literal["auto", "default_2024_08_21"]
    score_threshold: float

class FileSearchResultContent(BaseModel):
    text: Optional[str] = ...
    type: Optional[Literal["text"]] = ...

class FileSearchResult(BaseModel):
    file_id: str
    file_name: str
    score: float
    content: Optional[List[FileSearchResultContent]] = ...

class FileSearch(BaseModel):
    ranking_options: Optional[FileSearchRankingOptions] = ...
    results: Optional[List[FileSearchResult]] = ...

class FileSearchToolCall(BaseModel):
    id: str
    file_search: FileSearch
    type: Literal["file_search"]
