# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ..._models import BaseModel
from .beta_image_detail import BetaImageDetail

class PromptCacheBreakpoint(BaseModel):
    mode: Literal["explicit"]
    ttl: Optional[Literal["30m", "12h"]] = ...

class BetaResponseInputImage(BaseModel):
    detail: BetaImageDetail
    type: Literal["input_image"]
    file_id: Optional[str] = ...
    image_url: Optional[str] = ...
    prompt_cache_breakpoint: Optional[PromptCacheBreakpoint] = ...
