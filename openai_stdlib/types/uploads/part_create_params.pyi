# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import Required, TypedDict
from ..._types import FileTypes

class PartCreateParams(TypedDict, total=False):
    data: Required[FileTypes]
