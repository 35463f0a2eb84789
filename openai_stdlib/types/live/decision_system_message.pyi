# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Union, Optional
from typing_extensions import Literal
from ..._models import BaseModel
from .decision_input_text import DecisionInputText

class DecisionSystemMessage(BaseModel):
    content: Union[str, List[DecisionInputText]]
    role: Literal["system"]
    id: Optional[str] = ...
    type: Optional[Literal["message"]] = ...
