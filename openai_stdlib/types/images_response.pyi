# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Union, Optional
from typing_extensions import Literal
from .image import Image
from .._models import BaseModel

class SvgUsage(BaseModel):
    input_tokens: int
    model: str
    output_tokens: int
    reasoning_tokens: int
    total_tokens: int

class UsageInputTokensDetails(BaseModel):
    image_tokens: int
    text_tokens: int

class UsageOutputTokensDetails(BaseModel):
    image_tokens: int
    text_tokens: int

class Usage(BaseModel):
    input_tokens: int
    input_tokens_details: UsageInputTokensDetails
    output_tokens: int
    total_tokens: int
    output_tokens_details: Optional[UsageOutputTokensDetails] = ...

class ImagesResponse(BaseModel):
    created: int
    background: Optional[Literal["transparent", "opaque"]] = ...
    data: Optional[List[Image]] = ...
    output_format: Optional[Literal["png", "webp", "jpeg", "gif", "svg"]] = ...
    quality: Optional[Literal["low", "medium", "high", "xhigh", "max"]] = ...
    safety_identifier: Optional[str] = ...
    size: Union[str, Literal["1024x1024", "1024x1536", "1536x1024"], None] = ...
    svg_usage: Optional[SvgUsage] = ...
    usage: Optional[Usage] = ...
