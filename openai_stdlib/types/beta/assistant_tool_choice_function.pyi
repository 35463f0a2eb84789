# SPDX-License-Identifier: MIT
# Written by tools/stubs.py; do not edit.
from ..._models import BaseModel

class AssistantToolChoiceFunction(BaseModel):
    name: str
