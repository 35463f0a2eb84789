# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
import builtins
from typing import Optional
from typing_extensions import Literal
from ..._models import BaseModel

class FineTuningJobEvent(BaseModel):
    id: str
    created_at: int
    level: Literal["info", "warn", "error"]
    message: str
    object: Literal["fine_tuning.job.event"]
    data: Optional[builtins.object] = ...
    type: Optional[Literal["message", "metrics"]] = ...
