# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict, Optional
from typing_extensions import TypedDict

class VaultUpdateParams(TypedDict, total=False):
    metadata: Dict[str, str]
    name: Optional[str]
