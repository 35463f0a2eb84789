# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Union, Optional
from typing_extensions import Literal, TypeAlias
from ..._models import BaseModel
from .grader_inputs import GraderInputs
from ..responses.response_input_text import ResponseInputText
from ..responses.response_input_audio import ResponseInputAudio

class InputContentOutputText(BaseModel):
    text: str
    type: Literal["output_text"]

class InputContentInputImage(BaseModel):
    image_url: str
    type: Literal["input_image"]
    detail: Optional[str] = ...

InputContent: TypeAlias = Union[
    str, ResponseInputText, InputContentOutputText, InputContentInputImage, ResponseInputAudio, GraderInputs
]

class Input(BaseModel):
    content: InputContent
    role: Literal["user", "assistant", "system", "developer"]
    type: Optional[Literal["message"]] = ...

class LabelModelGrader(BaseModel):
    input: List[Input]
    labels: List[str]
    model: str
    name: str
    passing_labels: List[str]
    type: Literal["label_model"]
