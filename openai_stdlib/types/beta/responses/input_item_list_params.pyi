# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List
from typing_extensions import Literal, TypedDict
from ..beta_response_includable import BetaResponseIncludable

class InputItemListParams(TypedDict, total=False):
    after: str
    include: List[BetaResponseIncludable]
    limit: int
    order: Literal["asc", "desc"]
    betas: List[Literal["responses_multi_agent=v1"]]
