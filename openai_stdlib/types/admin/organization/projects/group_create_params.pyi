# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import Required, TypedDict

class GroupCreateParams(TypedDict, total=False):
    group_id: Required[str]
    role: Required[str]
