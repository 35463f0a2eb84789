# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Union, Optional
from typing_extensions import Literal, TypeAlias
from ..._models import BaseModel
from ..shared.compound_filter import CompoundFilter
from ..shared.comparison_filter import ComparisonFilter

Filters: TypeAlias = Union[ComparisonFilter, CompoundFilter, None]

class RankingOptionsHybridSearch(BaseModel):
    embedding_weight: float
    text_weight: float

class RankingOptions(BaseModel):
    hybrid_search: Optional[RankingOptionsHybridSearch] = ...
    ranker: Optional[Literal["auto", "default-2024-11-15"]] = ...
    score_threshold: Optional[float] = ...

class FileSearchTool(BaseModel):
    type: Literal["file_search"]
    vector_store_ids: List[str]
    filters: Optional[Filters] = ...
    max_num_results: Optional[int] = ...
    ranking_options: Optional[RankingOptions] = ...
