# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union, Optional
from typing_extensions import Literal, Required, TypedDict
from .image_model import ImageModel

class ImageGenerateParamsBase(TypedDict, total=False):
    prompt: Required[str]
    background: Optional[Literal["transparent", "opaque", "auto"]]
    complexity: Optional[Literal["low", "medium", "high"]]
    frame_count: Optional[int]
    frame_duration_ms: Optional[int]
    model: Union[str, ImageModel, None]
    moderation: Optional[Literal["low", "auto"]]
    n: Optional[int]
    output_compression: Optional[int]
    output_format: Optional[Literal["png", "webp", "jpeg", "gif", "svg"]]
    partial_images: Optional[int]
    quality: Optional[Literal["low", "medium", "high", "xhigh", "max", "auto", "standard", "hd"]]
    response_format: Optional[Literal["url", "b64_json"]]
    safety_identifier: Optional[str]
    size: Union[
        str,
        Literal["auto", "1024x1024", "1536x1024", "1024x1536", "256x256", "512x512", "1792x1024", "1024x1792"],
        None,
    ]
    style: Optional[Literal["vivid", "natural"]]
    svg: Optional[Svg]
    user: str

class SvgReasoning(TypedDict, total=False):
    effort: Optional[Literal["none", "minimal", "low", "medium", "high", "xhigh", "max"]]

class Svg(TypedDict, total=False):
    model: Required[str]
    reasoning: Optional[SvgReasoning]

class ImageGenerateParamsNonStreaming(ImageGenerateParamsBase, total=False):
    stream: Optional[Literal[False]]

class ImageGenerateParamsStreaming(ImageGenerateParamsBase):
    stream: Required[Literal[True]]

ImageGenerateParams = Union[ImageGenerateParamsNonStreaming, ImageGenerateParamsStreaming]
