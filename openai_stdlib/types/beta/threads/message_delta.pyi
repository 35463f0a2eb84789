# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Optional
from typing_extensions import Literal
from ...._models import BaseModel
from .message_content_delta import MessageContentDelta

class MessageDelta(BaseModel):
    content: Optional[List[MessageContentDelta]] = ...
    role: Optional[Literal["user", "assistant"]] = ...
