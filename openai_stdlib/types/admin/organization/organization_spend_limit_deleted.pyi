# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import Literal
from ...._models import BaseModel

class OrganizationSpendLimitDeleted(BaseModel):
    deleted: bool
    object: Literal["organization.spend_limit.deleted"]
