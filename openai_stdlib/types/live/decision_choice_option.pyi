# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union, Optional
from ..._models import BaseModel

class DecisionChoiceOption(BaseModel):
    value: Union[str, bool]
    description: Optional[str] = ...
