# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List
from typing_extensions import Literal
from .._models import BaseModel
from .embedding import Embedding

class Usage(BaseModel):
    prompt_tokens: int
    total_tokens: int

class CreateEmbeddingResponse(BaseModel):
    data: List[Embedding]
    model: str
    object: Literal["list"]
    usage: Usage
