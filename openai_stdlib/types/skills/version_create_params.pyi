# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union
from typing_extensions import TypedDict
from ..._types import FileTypes, SequenceNotStr

class VersionCreateParams(TypedDict, total=False):
    default: bool
    files: Union[SequenceNotStr[FileTypes], FileTypes]
