# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import Literal, TypedDict

class FederationRuleListParams(TypedDict, total=False):
    after: str
    limit: int
    order: Literal["asc", "desc"]
    service_account_id: str
