# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ..._models import BaseModel

class DataConnect(BaseModel):
    remote_url: str

class Data(BaseModel):
    id: str
    environment_type: str
    connect: Optional[DataConnect] = ...
    environment_id: Optional[str] = ...

class AgentSessionCreatedWebhookEvent(BaseModel):
    id: str
    created_at: int
    data: Data
    object: Literal["event"]
    type: Literal["agent.session.created"]
