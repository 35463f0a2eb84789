# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union, Iterable
from typing_extensions import Literal, Required, TypeAlias, TypedDict
from .comparison_filter import ComparisonFilter

Filter: TypeAlias = Union[ComparisonFilter, object]

class CompoundFilter(TypedDict, total=False):
    filters: Required[Iterable[Filter]]
    type: Required[Literal["and", "or"]]
