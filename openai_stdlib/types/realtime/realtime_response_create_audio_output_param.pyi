# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union
from typing_extensions import Literal, Required, TypeAlias, TypedDict
from .realtime_audio_formats_param import RealtimeAudioFormatsParam

class OutputVoiceID(TypedDict, total=False):
    id: Required[str]

OutputVoice: TypeAlias = Union[
    str, Literal["alloy", "ash", "ballad", "coral", "echo", "sage", "shimmer", "verse", "marin", "cedar"], OutputVoiceID
]

class Output(TypedDict, total=False):
    format: RealtimeAudioFormatsParam
    voice: OutputVoice

class RealtimeResponseCreateAudioOutputParam(TypedDict, total=False):
    output: Output
