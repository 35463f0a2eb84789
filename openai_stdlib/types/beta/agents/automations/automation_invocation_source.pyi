# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union
from typing_extensions import Literal, Annotated, TypeAlias
from ....._utils import PropertyInfo
from ....._models import BaseModel
from ..automation import Automation

class AutomationInvocationSourceResourceManual(BaseModel):
    type: Literal["manual"]

class AutomationInvocationSourceResourceAutomation(BaseModel):
    automation: Automation
    type: Literal["automation"]

AutomationInvocationSource: TypeAlias = Annotated[
    Union[AutomationInvocationSourceResourceManual, AutomationInvocationSourceResourceAutomation],
    PropertyInfo(discriminator="type"),
]
