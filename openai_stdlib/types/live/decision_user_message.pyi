# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Union, Optional
from typing_extensions import Literal, Annotated, TypeAlias
from ..._utils import PropertyInfo
from ..._models import BaseModel
from .decision_json_object import DecisionJSONObject

class ContentPartInputText(BaseModel):
    text: str
    type: Literal["input_text"]

class ContentPartInputImage(BaseModel):
    image_url: str
    type: Literal["input_image"]
    detail: Optional[Literal["low", "high", "auto", "original"]] = ...

class ContentPartInputJSON(BaseModel):
    data: Union[List[DecisionJSONObject], DecisionJSONObject]
    type: Literal["input_json"]

ContentPart: TypeAlias = Annotated[
    Union[ContentPartInputText, ContentPartInputImage, ContentPartInputJSON], PropertyInfo(discriminator="type")
]

class DecisionUserMessage(BaseModel):
    content: Union[str, List[ContentPart]]
    role: Literal["user"]
    id: Optional[str] = ...
    type: Optional[Literal["message"]] = ...
