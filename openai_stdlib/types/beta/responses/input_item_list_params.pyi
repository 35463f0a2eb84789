# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List
from typing_extensions import Literal, Annotated, TypedDict
from ...._utils import PropertyInfo
from ..beta_response_includable import BetaResponseIncludable

class InputItemListParams(TypedDict, total=False):
    after: str
    include: List[BetaResponseIncludable]
    limit: int
    order: Literal["asc", "desc"]
    betas: Annotated[List[Literal["responses_multi_agent=v1"]], PropertyInfo(alias="openai-beta")]
