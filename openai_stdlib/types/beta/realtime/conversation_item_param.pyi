# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Iterable
from typing_extensions import Literal, TypedDict
from .conversation_item_content_param import ConversationItemContentParam

class ConversationItemParam(TypedDict, total=False):
    id: str
    arguments: str
    call_id: str
    content: Iterable[ConversationItemContentParam]
    name: str
    object: Literal["realtime.item"]
    output: str
    role: Literal["user", "assistant", "system"]
    status: Literal["completed", "incomplete", "in_progress"]
    type: Literal["message", "function_call", "function_call_output"]
