# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Union, Optional
from typing_extensions import Literal, Annotated, TypeAlias
from ...._utils import PropertyInfo
from ...._models import BaseModel
from .chatkit_attachment import ChatKitAttachment

class ContentInputText(BaseModel):
    text: str
    type: Literal["input_text"]

class ContentQuotedText(BaseModel):
    text: str
    type: Literal["quoted_text"]

Content: TypeAlias = Annotated[Union[ContentInputText, ContentQuotedText], PropertyInfo(discriminator="type")]

class InferenceOptionsToolChoice(BaseModel):
    id: str

class InferenceOptions(BaseModel):
    model: Optional[str] = ...
    tool_choice: Optional[InferenceOptionsToolChoice] = ...

class ChatKitThreadUserMessageItem(BaseModel):
    id: str
    attachments: List[ChatKitAttachment]
    content: List[Content]
    created_at: int
    inference_options: Optional[InferenceOptions] = ...
    object: Literal["chatkit.thread_item"]
    thread_id: str
    type: Literal["chatkit.user_message"]
