# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ...._models import BaseModel

class ChatKitAttachment(BaseModel):
    id: str
    mime_type: str
    name: str
    preview_url: Optional[str] = ...
    type: Literal["image", "file"]
