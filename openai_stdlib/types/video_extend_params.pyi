# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union
from typing_extensions import Required, TypeAlias, TypedDict
from .._types import FileTypes
from .video_seconds import VideoSeconds

class VideoExtendParams(TypedDict, total=False):
    prompt: Required[str]
    seconds: Required[VideoSeconds]
    video: Required[Video]

class VideoVideoReferenceInputParam(TypedDict, total=False):
    id: Required[str]

Video: TypeAlias = Union[FileTypes, VideoVideoReferenceInputParam]
