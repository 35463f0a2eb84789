# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ....._models import BaseModel

class UserRetrieveResponse(BaseModel):
    id: str
    email: Optional[str] = ...
    is_service_account: Optional[bool] = ...
    name: str
    picture: Optional[str] = ...
    user_type: Literal["user", "tenant_user"]
