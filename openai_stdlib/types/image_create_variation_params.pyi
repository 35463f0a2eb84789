# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union, Optional
from typing_extensions import Literal, Required, TypedDict
from .._types import FileTypes
from .image_model import ImageModel

class ImageCreateVariationParams(TypedDict, total=False):
    image: Required[FileTypes]
    model: Union[str, ImageModel, None]
    n: Optional[int]
    response_format: Optional[Literal["url", "b64_json"]]
    size: Optional[Literal["256x256", "512x512", "1024x1024"]]
    user: str
