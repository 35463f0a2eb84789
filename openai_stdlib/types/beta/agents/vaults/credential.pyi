# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict
from typing_extensions import Literal
from ....._models import BaseModel
from .credential_auth import CredentialAuth

class Credential(BaseModel):
    id: str
    auth: CredentialAuth
    created_at: int
    metadata: Dict[str, str] = ...
    name: str
    object: Literal["vault.credential"]
    updated_at: int
    vault_id: str
