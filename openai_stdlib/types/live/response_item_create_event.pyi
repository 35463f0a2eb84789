# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ..._models import BaseModel
from ..responses.response_input_item import ResponseInputItem

class ResponseItemCreateEvent(BaseModel):
    item: ResponseInputItem
    type: Literal["response.item.create"]
    event_id: Optional[str] = ...
