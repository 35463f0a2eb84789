# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Optional
from typing_extensions import Literal
from ..._models import BaseModel
from .beta_local_skill import BetaLocalSkill

class BetaLocalEnvironment(BaseModel):
    type: Literal["local"]
    skills: Optional[List[BetaLocalSkill]] = ...
