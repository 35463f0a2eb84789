# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Optional
from typing_extensions import Literal
from ..._models import BaseModel

class WebhookEndpoint(BaseModel):
    id: str
    created_at: int
    event_types: List[str]
    name: str
    object: Literal["webhook_endpoint"]
    signing_secret_hint: Optional[str] = ...
    url: str
    updated_at: Optional[int] = ...
