# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import Literal
from ..._models import BaseModel

class Session(BaseModel):
    id: str

class Transport(BaseModel):
    sdp: str
    type: Literal["webrtc"]

class LiveCreateResponse(BaseModel):
    session: Session
    transport: Transport
