# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import Literal
from ..._models import BaseModel

class InputAudio(BaseModel):
    data: str
    format: Literal["mp3", "wav"]

class ResponseInputAudio(BaseModel):
    input_audio: InputAudio
    type: Literal["input_audio"]
