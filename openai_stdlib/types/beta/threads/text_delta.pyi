# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Optional
from ...._models import BaseModel
from .annotation_delta import AnnotationDelta

class TextDelta(BaseModel):
    annotations: Optional[List[AnnotationDelta]] = ...
    value: Optional[str] = ...
