# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Optional
from typing_extensions import Literal
from ..._models import BaseModel

class RateLimit(BaseModel):
    limit: Optional[int] = ...
    name: Optional[Literal["requests", "tokens"]] = ...
    remaining: Optional[int] = ...
    reset_seconds: Optional[float] = ...

class RateLimitsUpdatedEvent(BaseModel):
    event_id: str
    rate_limits: List[RateLimit]
    type: Literal["rate_limits.updated"]
