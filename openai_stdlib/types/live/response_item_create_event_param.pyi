# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal, Required, TypedDict
from ..responses.response_input_item_param import ResponseInputItemParam

class ResponseItemCreateEventParam(TypedDict, total=False):
    item: Required[ResponseInputItemParam]
    type: Required[Literal["response.item.create"]]
    event_id: Optional[str]
