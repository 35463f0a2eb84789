# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Optional
from typing_extensions import Literal
from ..._models import BaseModel
from .chat_completion_audio import ChatCompletionAudio
from .chat_completion_message_tool_call import ChatCompletionMessageToolCallUnion

class AnnotationURLCitation(BaseModel):
    end_index: int
    start_index: int
    title: str
    url: str

class Annotation(BaseModel):
    type: Literal["url_citation"]
    url_citation: AnnotationURLCitation

class FunctionCall(BaseModel):
    arguments: str
    name: str

class ChatCompletionMessage(BaseModel):
    content: Optional[str] = ...
    refusal: Optional[str] = ...
    role: Literal["assistant"]
    annotations: Optional[List[Annotation]] = ...
    audio: Optional[ChatCompletionAudio] = ...
    function_call: Optional[FunctionCall] = ...
    tool_calls: Optional[List[ChatCompletionMessageToolCallUnion]] = ...
