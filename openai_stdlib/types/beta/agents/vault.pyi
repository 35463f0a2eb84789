# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict, Optional
from typing_extensions import Literal
from ...._models import BaseModel

class Vault(BaseModel):
    id: str
    created_at: int
    metadata: Dict[str, str]
    name: Optional[str] = ...
    object: Literal["vault"]
