# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ..._models import BaseModel

class TokenLimits(BaseModel):
    post_instructions: Optional[int] = ...

class RealtimeTruncationRetentionRatio(BaseModel):
    retention_ratio: float
    type: Literal["retention_ratio"]
    token_limits: Optional[TokenLimits] = ...
