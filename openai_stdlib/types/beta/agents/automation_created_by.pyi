# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union
from typing_extensions import Literal, Annotated, TypeAlias
from ...._utils import PropertyInfo
from ...._models import BaseModel

class AutomationCreatedByResourceDeveloper(BaseModel):
    type: Literal["developer"]

class AutomationCreatedByResourceAgent(BaseModel):
    session_id: str
    tool_call_id: str
    type: Literal["agent"]

AutomationCreatedBy: TypeAlias = Annotated[
    Union[AutomationCreatedByResourceDeveloper, AutomationCreatedByResourceAgent], PropertyInfo(discriminator="type")
]
