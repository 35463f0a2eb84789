# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from ...._models import BaseModel

class ChatSessionFileUpload(BaseModel):
    enabled: bool
    max_file_size: Optional[int] = ...
    max_files: Optional[int] = ...
