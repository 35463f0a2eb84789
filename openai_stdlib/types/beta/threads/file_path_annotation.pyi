# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import Literal
from ...._models import BaseModel

class FilePath(BaseModel):
    file_id: str

class FilePathAnnotation(BaseModel):
    end_index: int
    file_path: FilePath
    start_index: int
    text: str
    type: Literal["file_path"]
