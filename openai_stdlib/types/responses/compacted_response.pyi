# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Optional
from typing_extensions import Literal
from ..._models import BaseModel
from .response_usage import ResponseUsage
from .response_output_item import ResponseOutputItem

class Image(BaseModel):
    context_compression: Literal["enabled", "disabled"]

class CompactedResponse(BaseModel):
    id: str
    created_at: int
    object: Literal["response.compaction"]
    output: List[ResponseOutputItem]
    usage: ResponseUsage
    image: Optional[Image] = ...
