# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal, TypedDict

class FileListParams(TypedDict, total=False):
    limit: Optional[int]
    order: Literal["asc", "desc"]
    page: str
    path: Optional[str]
