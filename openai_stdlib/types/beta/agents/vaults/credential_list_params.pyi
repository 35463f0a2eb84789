# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict
from typing_extensions import Literal, TypedDict
from ..vault_status_filter_param import VaultStatusFilterParam

class CredentialListParams(TypedDict, total=False):
    after: str
    limit: int
    metadata: Dict[str, str]
    order: Literal["asc", "desc"]
    status: VaultStatusFilterParam
