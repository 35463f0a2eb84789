# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union, Iterable, Optional
from typing_extensions import Literal, Required, TypeAlias, TypedDict
from ...shared_params.metadata import Metadata
from .message_content_part_param import MessageContentPartParam
from ..code_interpreter_tool_param import CodeInterpreterToolParam

class MessageCreateParams(TypedDict, total=False):
    content: Required[Union[str, Iterable[MessageContentPartParam]]]
    role: Required[Literal["user", "assistant"]]
    attachments: Optional[Iterable[Attachment]]
    metadata: Optional[Metadata]

class AttachmentToolFileSearch(TypedDict, total=False):
    type: Required[Literal["file_search"]]

AttachmentTool: TypeAlias = Union[CodeInterpreterToolParam, AttachmentToolFileSearch]

class Attachment(TypedDict, total=False):
    file_id: str
    tools: Iterable[AttachmentTool]
