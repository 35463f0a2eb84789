# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Optional
from ..._models import BaseModel

class FineTuningJobWandbIntegration(BaseModel):
    project: str
    entity: Optional[str] = ...
    name: Optional[str] = ...
    tags: Optional[List[str]] = ...
