# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union, Optional
from typing_extensions import Literal, Required, TypedDict
from .._types import FileTypes, SequenceNotStr
from .image_model import ImageModel

class ImageEditParamsBase(TypedDict, total=False):
    image: Required[Union[FileTypes, SequenceNotStr[FileTypes]]]
    prompt: Required[str]
    background: Optional[Literal["transparent", "opaque", "auto"]]
    complexity: Optional[Literal["low", "medium", "high"]]
    frame_count: Optional[int]
    frame_duration_ms: Optional[int]
    input_fidelity: Optional[Literal["high", "low"]]
    markup: FileTypes
    mask: FileTypes
    model: Union[str, ImageModel, None]
    n: Optional[int]
    output_compression: Optional[int]
    output_format: Optional[Literal["png", "webp", "jpeg", "gif", "svg"]]
    partial_images: Optional[int]
    quality: Optional[Literal["low", "medium", "high", "xhigh", "max", "auto", "standard"]]
    response_format: Optional[Literal["url", "b64_json"]]
    safety_identifier: Optional[str]
    size: Union[str, Literal["1024x1024", "1536x1024", "1024x1536", "auto", "256x256", "512x512"], None]
    svg: Optional[Svg]
    user: str

class SvgReasoning(TypedDict, total=False):
    effort: Literal["none", "minimal", "low", "medium", "high", "xhigh", "max"]

class Svg(TypedDict, total=False):
    model: str
    reasoning: Optional[SvgReasoning]

class ImageEditParamsNonStreaming(ImageEditParamsBase, total=False):
    stream: Optional[Literal[False]]

class ImageEditParamsStreaming(ImageEditParamsBase):
    stream: Required[Literal[True]]

ImageEditParams = Union[ImageEditParamsNonStreaming, ImageEditParamsStreaming]
