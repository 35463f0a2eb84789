# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict
from typing_extensions import Required, TypedDict
from .credential_auth_rotate_param import CredentialAuthRotateParam

class CredentialUpdateParams(TypedDict, total=False):
    vault_id: Required[str]
    auth: CredentialAuthRotateParam
    metadata: Dict[str, str]
