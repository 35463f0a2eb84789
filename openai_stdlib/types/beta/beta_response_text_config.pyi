# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ..._models import BaseModel
from .beta_response_format_text_config import BetaResponseFormatTextConfig

class BetaResponseTextConfig(BaseModel):
    format: Optional[BetaResponseFormatTextConfig] = ...
    verbosity: Optional[Literal["low", "medium", "high"]] = ...
