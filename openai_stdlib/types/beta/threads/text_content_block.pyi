# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import Literal
from .text import Text
from ...._models import BaseModel

class TextContentBlock(BaseModel):
    text: Text
    type: Literal["text"]
