# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union
from typing_extensions import Literal, Annotated, TypeAlias
from ..._utils import PropertyInfo
from ..._models import BaseModel

class MessageContentResourceInputText(BaseModel):
    text: str
    type: Literal["input_text"]

class MessageContentResourceInputImage(BaseModel):
    image_url: str
    type: Literal["input_image"]

class MessageContentResourceOutputText(BaseModel):
    text: str
    type: Literal["output_text"]

AgentSessionMessageContent: TypeAlias = Annotated[
    Union[MessageContentResourceInputText, MessageContentResourceInputImage, MessageContentResourceOutputText],
    PropertyInfo(discriminator="type"),
]
