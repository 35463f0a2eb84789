# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union, Optional
from typing_extensions import Literal, Required, TypedDict
from .response_input_message_content_list_param import ResponseInputMessageContentListParam

class EasyInputMessageParam(TypedDict, total=False):
    content: Required[Union[str, ResponseInputMessageContentListParam]]
    role: Required[Literal["user", "assistant", "system", "developer"]]
    phase: Optional[Literal["commentary", "final_answer"]]
    type: Literal["message"]
