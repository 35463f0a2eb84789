# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Union, Optional
from typing_extensions import Literal, TypeAlias
from ..._models import BaseModel
from ..responses.response_input_text import ResponseInputText
from ..responses.response_input_audio import ResponseInputAudio

class GraderInputItemOutputText(BaseModel):
    text: str
    type: Literal["output_text"]

class GraderInputItemInputImage(BaseModel):
    image_url: str
    type: Literal["input_image"]
    detail: Optional[str] = ...

GraderInputItem: TypeAlias = Union[
    str, ResponseInputText, GraderInputItemOutputText, GraderInputItemInputImage, ResponseInputAudio
]
GraderInputs: TypeAlias = List[GraderInputItem]
