# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Optional
from typing_extensions import Literal
from .._models import BaseModel

class ExpiresAfter(BaseModel):
    anchor: Optional[Literal["last_active_at"]] = ...
    minutes: Optional[int] = ...

class NetworkPolicy(BaseModel):
    type: Literal["allowlist", "disabled"]
    allowed_domains: Optional[List[str]] = ...

class ContainerRetrieveResponse(BaseModel):
    id: str
    created_at: int
    name: str
    object: str
    status: str
    expires_after: Optional[ExpiresAfter] = ...
    last_active_at: Optional[int] = ...
    memory_limit: Optional[Literal["1g", "4g", "16g", "64g"]] = ...
    network_policy: Optional[NetworkPolicy] = ...
