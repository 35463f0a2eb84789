# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List
from typing_extensions import Literal
from .._models import BaseModel

class Embedding(BaseModel):
    embedding: List[float]
    index: int
    object: Literal["embedding"]
