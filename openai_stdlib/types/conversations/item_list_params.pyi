# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List
from typing_extensions import Literal, TypedDict
from ..responses.response_includable import ResponseIncludable

class ItemListParams(TypedDict, total=False):
    after: str
    include: List[ResponseIncludable]
    limit: int
    order: Literal["asc", "desc"]
