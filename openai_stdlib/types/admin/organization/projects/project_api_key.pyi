# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ....._models import BaseModel

class OwnerServiceAccount(BaseModel):
    id: str
    created_at: int
    name: str
    role: str

class OwnerUser(BaseModel):
    id: str
    created_at: int
    email: str
    name: str
    role: str

class Owner(BaseModel):
    service_account: Optional[OwnerServiceAccount] = ...
    type: Optional[Literal["user", "service_account"]] = ...
    user: Optional[OwnerUser] = ...

class ProjectAPIKey(BaseModel):
    id: str
    created_at: int
    last_used_at: Optional[int] = ...
    name: str
    object: Literal["organization.project.api_key"]
    owner: Owner
    owner_project_access: Literal["active", "inactive"]
    redacted_value: str
    expires_at: Optional[int] = ...
