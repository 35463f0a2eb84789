# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import Literal
from ...._models import BaseModel

class FileCitation(BaseModel):
    file_id: str

class FileCitationAnnotation(BaseModel):
    end_index: int
    file_citation: FileCitation
    start_index: int
    text: str
    type: Literal["file_citation"]
