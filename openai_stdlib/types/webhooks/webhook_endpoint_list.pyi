# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Optional
from typing_extensions import Literal
from ..._models import BaseModel
from .webhook_endpoint import WebhookEndpoint

class WebhookEndpointList(BaseModel):
    data: List[WebhookEndpoint]
    first_id: Optional[str] = ...
    has_more: bool
    last_id: Optional[str] = ...
    object: Literal["list"]
