# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Union, Optional
from typing_extensions import Literal, TypeAlias
from ...._models import BaseModel
from .message_content import MessageContent
from ...shared.metadata import Metadata
from ..code_interpreter_tool import CodeInterpreterTool

class AttachmentToolAssistantToolsFileSearchTypeOnly(BaseModel):
    type: Literal["file_search"]

AttachmentTool: TypeAlias = Union[CodeInterpreterTool, AttachmentToolAssistantToolsFileSearchTypeOnly]

class Attachment(BaseModel):
    file_id: Optional[str] = ...
    tools: Optional[List[AttachmentTool]] = ...

class IncompleteDetails(BaseModel):
    reason: Literal["content_filter", "max_tokens", "run_cancelled", "run_expired", "run_failed"]

class Message(BaseModel):
    id: str
    assistant_id: Optional[str] = ...
    attachments: Optional[List[Attachment]] = ...
    completed_at: Optional[int] = ...
    content: List[MessageContent]
    created_at: int
    incomplete_at: Optional[int] = ...
    incomplete_details: Optional[IncompleteDetails] = ...
    metadata: Optional[Metadata] = ...
    object: Literal["thread.message"]
    role: Literal["user", "assistant"]
    run_id: Optional[str] = ...
    status: Literal["in_progress", "incomplete", "completed"]
    thread_id: str
