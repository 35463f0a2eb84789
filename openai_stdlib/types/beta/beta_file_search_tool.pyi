# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Union, Optional
from typing_extensions import Literal, TypeAlias
from ..._models import BaseModel

class FiltersComparisonFilter(BaseModel):
    key: str
    type: Literal["eq", "ne", "gt", "gte", "lt", "lte", "in", "nin"]
    value: Union[str, float, bool, List[Union[str, float]]]

class FiltersCompoundFilterFilterComparisonFilter(BaseModel):
    key: str
    type: Literal["eq", "ne", "gt", "gte", "lt", "lte", "in", "nin"]
    value: Union[str, float, bool, List[Union[str, float]]]

FiltersCompoundFilterFilter: TypeAlias = Union[FiltersCompoundFilterFilterComparisonFilter, object]

class FiltersCompoundFilter(BaseModel):
    filters: List[FiltersCompoundFilterFilter]
    type: Literal["and", "or"]

Filters: TypeAlias = Union[FiltersComparisonFilter, FiltersCompoundFilter, None]

class RankingOptionsHybridSearch(BaseModel):
    embedding_weight: float
    text_weight: float

class RankingOptions(BaseModel):
    hybrid_search: Optional[RankingOptionsHybridSearch] = ...
    ranker: Optional[Literal["auto", "default-2024-11-15"]] = ...
    score_threshold: Optional[float] = ...

class BetaFileSearchTool(BaseModel):
    type: Literal["file_search"]
    vector_store_ids: List[str]
    filters: Optional[Filters] = ...
    max_num_results: Optional[int] = ...
    ranking_options: Optional[RankingOptions] = ...
