# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import Literal
from ...._models import BaseModel
from .image_file import ImageFile

class ImageFileContentBlock(BaseModel):
    image_file: ImageFile
    type: Literal["image_file"]
