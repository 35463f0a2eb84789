# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import TypedDict

class ProjectListParams(TypedDict, total=False):
    after: str
    include_archived: bool
    limit: int
