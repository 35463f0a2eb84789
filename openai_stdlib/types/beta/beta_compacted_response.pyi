# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Optional
from typing_extensions import Literal
from ..._models import BaseModel
from .beta_response_usage import BetaResponseUsage
from .beta_response_output_item import BetaResponseOutputItem

class Image(BaseModel):
    context_compression: Literal["enabled", "disabled"]

class BetaCompactedResponse(BaseModel):
    id: str
    created_at: int
    object: Literal["response.compaction"]
    output: List[BetaResponseOutputItem]
    usage: BetaResponseUsage
    image: Optional[Image] = ...
