# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import TypedDict
from ..._types import FileTypes

class FileCreateParams(TypedDict, total=False):
    file: FileTypes
    file_id: str
