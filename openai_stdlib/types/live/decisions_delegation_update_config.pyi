# SPDX-License-Identifier: MIT
# Written by tools/stubs.py; do not edit.
from typing import List, Optional
from ..._models import BaseModel
from .decision_question import DecisionQuestion

class DecisionsDelegationUpdateConfig(BaseModel):
    model: Optional[str] = ...
    questions: Optional[List[DecisionQuestion]] = ...
