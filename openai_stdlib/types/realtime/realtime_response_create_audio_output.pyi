# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union, Optional
from typing_extensions import Literal, TypeAlias
from ..._models import BaseModel
from .realtime_audio_formats import RealtimeAudioFormats

class OutputVoiceID(BaseModel):
    id: str

OutputVoice: TypeAlias = Union[
    str, Literal["alloy", "ash", "ballad", "coral", "echo", "sage", "shimmer", "verse", "marin", "cedar"], OutputVoiceID
]

class Output(BaseModel):
    format: Optional[RealtimeAudioFormats] = ...
    voice: Optional[OutputVoice] = ...

class RealtimeResponseCreateAudioOutput(BaseModel):
    output: Optional[Output] = ...
