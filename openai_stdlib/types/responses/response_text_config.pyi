# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ..._models import BaseModel
from .response_format_text_config import ResponseFormatTextConfig

class ResponseTextConfig(BaseModel):
    format: Optional[ResponseFormatTextConfig] = ...
    verbosity: Optional[Literal["low", "medium", "high"]] = ...
