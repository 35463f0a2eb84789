# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List
from typing_extensions import Literal
from ...._models import BaseModel
from .chatkit_response_output_text import ChatKitResponseOutputText

class ChatKitThreadAssistantMessageItem(BaseModel):
    id: str
    content: List[ChatKitResponseOutputText]
    created_at: int
    object: Literal["chatkit.thread_item"]
    thread_id: str
    type: Literal["chatkit.assistant_message"]
