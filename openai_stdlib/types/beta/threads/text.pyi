# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List
from ...._models import BaseModel
from .annotation import Annotation

class Text(BaseModel):
    annotations: List[Annotation]
    value: str
