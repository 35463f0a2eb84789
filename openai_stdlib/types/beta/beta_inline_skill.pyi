# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import Literal
from ..._models import BaseModel
from .beta_inline_skill_source import BetaInlineSkillSource

class BetaInlineSkill(BaseModel):
    description: str
    name: str
    source: BetaInlineSkillSource
    type: Literal["inline"]
