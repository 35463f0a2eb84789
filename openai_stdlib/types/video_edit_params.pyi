# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union
from typing_extensions import Required, TypeAlias, TypedDict
from .._types import FileTypes

class VideoEditParams(TypedDict, total=False):
    prompt: Required[str]
    video: Required[Video]

class VideoVideoReferenceInputParam(TypedDict, total=False):
    id: Required[str]

Video: TypeAlias = Union[FileTypes, VideoVideoReferenceInputParam]
