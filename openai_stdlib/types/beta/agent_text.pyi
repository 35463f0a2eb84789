# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import Literal
from ..._models import BaseModel
from .text_format import TextFormat

class AgentText(BaseModel):
    format: TextFormat
    verbosity: Literal["low", "medium", "high"]
