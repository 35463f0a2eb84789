# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Union, Optional
from typing_extensions import Literal
from ..._models import BaseModel

class DataSipHeader(BaseModel):
    name: str
    value: str

class Data(BaseModel):
    session_id: str
    sip_headers: List[DataSipHeader]
    type: Literal["sip"]
    sip_media_security: Union[Literal["rtp", "srtp"], str, None] = ...

class LiveTransportIncomingWebhookEvent(BaseModel):
    id: str
    created_at: int
    data: Data
    type: Literal["live.transport.incoming"]
    object: Optional[Literal["event"]] = ...
