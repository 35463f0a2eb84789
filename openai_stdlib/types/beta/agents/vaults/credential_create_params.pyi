# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict
from typing_extensions import Required, TypedDict
from .credential_auth_create_param import CredentialAuthCreateParam

class CredentialCreateParams(TypedDict, total=False):
    auth: Required[CredentialAuthCreateParam]
    name: Required[str]
    metadata: Dict[str, str]
