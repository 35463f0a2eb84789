# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union
from typing_extensions import Required, TypeAlias, TypedDict
from .._types import FileTypes
from .video_size import VideoSize
from .video_seconds import VideoSeconds
from .video_model_param import VideoModelParam
from .image_input_reference_param import ImageInputReferenceParam

class VideoCreateParams(TypedDict, total=False):
    prompt: Required[str]
    input_reference: InputReference
    model: VideoModelParam
    seconds: VideoSeconds
    size: VideoSize

InputReference: TypeAlias = Union[FileTypes, ImageInputReferenceParam]
