# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Union, Optional
from typing_extensions import Literal
from ..._models import BaseModel

class DataSipHeader(BaseModel):
    name: str
    value: str

class Data(BaseModel):
    call_id: str
    sip_headers: List[DataSipHeader]
    sip_media_security: Union[Literal["rtp", "srtp"], str, None] = ...

class RealtimeCallIncomingWebhookEvent(BaseModel):
    id: str
    created_at: int
    data: Data
    type: Literal["realtime.call.incoming"]
    object: Optional[Literal["event"]] = ...
