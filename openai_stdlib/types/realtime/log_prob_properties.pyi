# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List
from ..._models import BaseModel

class LogProbProperties(BaseModel):
    token: str
    bytes: List[int]
    logprob: float
