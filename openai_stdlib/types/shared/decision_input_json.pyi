# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict, List, Union, Optional
from typing_extensions import Literal
from ..._models import BaseModel

class DecisionInputJSON(BaseModel):
    data: Union[List[Dict[str, Optional[object]]], Dict[str, Optional[object]]]
    type: Literal["input_json"]
