# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Iterable, Optional
from typing_extensions import Literal, Required, TypedDict

class Summary(TypedDict, total=False):
    text: Required[str]
    type: Required[Literal["summary_text"]]

class Content(TypedDict, total=False):
    text: Required[str]
    type: Required[Literal["reasoning_text"]]

class ResponseReasoningItemParam(TypedDict, total=False):
    id: Required[str]
    summary: Required[Iterable[Summary]]
    type: Required[Literal["reasoning"]]
    content: Iterable[Content]
    encrypted_content: Optional[str]
    status: Literal["in_progress", "completed", "incomplete"]
