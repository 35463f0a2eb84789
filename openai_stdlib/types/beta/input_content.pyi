# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union
from typing_extensions import Literal, Annotated, TypeAlias
from ..._utils import PropertyInfo
from ..._models import BaseModel

class InputContentResourceInputText(BaseModel):
    text: str
    type: Literal["input_text"]

class InputContentResourceInputImage(BaseModel):
    image_url: str
    type: Literal["input_image"]

InputContent: TypeAlias = Annotated[
    Union[InputContentResourceInputText, InputContentResourceInputImage], PropertyInfo(discriminator="type")
]
