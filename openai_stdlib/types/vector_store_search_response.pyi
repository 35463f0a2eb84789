# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict, List, Union, Optional
from typing_extensions import Literal
from .._models import BaseModel

class Content(BaseModel):
    text: str
    type: Literal["text"]

class VectorStoreSearchResponse(BaseModel):
    attributes: Optional[Dict[str, Union[str, float, bool]]] = ...
    content: List[Content]
    file_id: str
    filename: str
    score: float
