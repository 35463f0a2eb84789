# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ....._models import BaseModel

class APIKey(BaseModel):
    id: str
    created_at: int
    name: str
    object: Literal["organization.project.service_account.api_key"]
    value: str
    expires_at: Optional[int] = ...

class ServiceAccountCreateResponse(BaseModel):
    id: str
    api_key: Optional[APIKey] = ...
    created_at: int
    name: str
    object: Literal["organization.project.service_account"]
    role: Literal["member", "none"]
