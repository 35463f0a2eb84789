# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List
from typing_extensions import Literal
from ...._models import BaseModel
from ..beta_response_item import BetaResponseItem

class BetaResponseItemList(BaseModel):
    data: List[BetaResponseItem]
    first_id: str
    has_more: bool
    last_id: str
    object: Literal["list"]
