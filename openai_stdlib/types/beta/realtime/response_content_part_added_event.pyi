# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ...._models import BaseModel

class Part(BaseModel):
    audio: Optional[str] = ...
    text: Optional[str] = ...
    transcript: Optional[str] = ...
    type: Optional[Literal["text", "audio"]] = ...

class ResponseContentPartAddedEvent(BaseModel):
    content_index: int
    event_id: str
    item_id: str
    output_index: int
    part: Part
    response_id: str
    type: Literal["response.content_part.added"]
