# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import Literal
from .image_url import ImageURL
from ...._models import BaseModel

class ImageURLContentBlock(BaseModel):
    image_url: ImageURL
    type: Literal["image_url"]
