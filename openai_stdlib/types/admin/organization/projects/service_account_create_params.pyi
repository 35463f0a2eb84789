# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Required, TypedDict

class ServiceAccountCreateParams(TypedDict, total=False):
    name: Required[str]
    create_service_account_only: Optional[bool]
    expires_in_seconds: Optional[int]
