# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import Required, TypedDict
from .._types import FileTypes

class VideoCreateCharacterParams(TypedDict, total=False):
    name: Required[str]
    video: Required[FileTypes]
