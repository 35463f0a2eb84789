# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union
from typing_extensions import Literal, Annotated, TypeAlias
from ..._utils import PropertyInfo
from ..._models import BaseModel
from .hosted_skill_reference import HostedSkillReference

class HostedSkillResourceInline(BaseModel):
    description: str
    name: str
    type: Literal["inline"]

HostedSkill: TypeAlias = Annotated[
    Union[HostedSkillReference, HostedSkillResourceInline], PropertyInfo(discriminator="type")
]
