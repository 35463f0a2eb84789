# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union, Optional
from typing_extensions import Literal
from ..._models import BaseModel
from .response_input_message_content_list import ResponseInputMessageContentList

class EasyInputMessage(BaseModel):
    content: Union[str, ResponseInputMessageContentList]
    role: Literal["user", "assistant", "system", "developer"]
    phase: Optional[Literal["commentary", "final_answer"]] = ...
    type: Optional[Literal["message"]] = ...
