# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union, Optional
from typing_extensions import Literal, TypeAlias
from ..._models import BaseModel
from .realtime_audio_formats import RealtimeAudioFormats

class VoiceID(BaseModel):
    id: str

Voice: TypeAlias = Union[
    str, Literal["alloy", "ash", "ballad", "coral", "echo", "sage", "shimmer", "verse", "marin", "cedar"], VoiceID
]

class RealtimeAudioConfigOutput(BaseModel):
    format: Optional[RealtimeAudioFormats] = ...
    speed: Optional[float] = ...
    voice: Optional[Voice] = ...
