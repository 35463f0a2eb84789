# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict, Optional
from typing_extensions import TypedDict

class VaultCreateParams(TypedDict, total=False):
    metadata: Optional[Dict[str, str]]
    name: str
