# SPDX-License-Identifier: MIT
# Written by tools/stubs.py; do not edit.
from typing import List
from ..._models import BaseModel
from .decision_question import DecisionQuestion

class DecisionsDelegationConfig(BaseModel):
    model: str
    questions: List[DecisionQuestion]
