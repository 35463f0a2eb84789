# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union, Optional
from typing_extensions import Literal
from ..._models import BaseModel
from .beta_response_input_message_content_list import BetaResponseInputMessageContentList

class BetaEasyInputMessage(BaseModel):
    content: Union[str, BetaResponseInputMessageContentList]
    role: Literal["user", "assistant", "system", "developer"]
    phase: Optional[Literal["commentary", "final_answer"]] = ...
    type: Optional[Literal["message"]] = ...
