# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Union
from typing_extensions import Literal, TypeAlias
from ..._models import BaseModel
from .comparison_filter import ComparisonFilter

Filter: TypeAlias = Union[ComparisonFilter, object]

class CompoundFilter(BaseModel):
    filters: List[Filter]
    type: Literal["and", "or"]
