# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Union, Optional
from typing_extensions import Literal
from ..._models import BaseModel
from .decision_input_text import DecisionInputText

class DecisionStoredSystemMessage(BaseModel):
    id: str
    content: Union[str, List[DecisionInputText]]
    role: Literal["system"]
    type: Optional[Literal["message"]] = ...
