# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union
from typing_extensions import Literal, Required, TypeAlias, TypedDict
from .speech_model import SpeechModel

class SpeechCreateParams(TypedDict, total=False):
    input: Required[str]
    model: Required[Union[str, SpeechModel]]
    voice: Required[Voice]
    instructions: str
    response_format: Literal["mp3", "opus", "aac", "flac", "wav", "pcm"]
    speed: float
    stream_format: Literal["sse", "audio"]

class VoiceID(TypedDict, total=False):
    id: Required[str]

Voice: TypeAlias = Union[
    str,
    Literal[
        "alloy", "ash", "ballad", "coral", "echo", "sage", "shimmer", "verse", "marin", "cedar", "fable", "onyx", "nova"
    ],
    VoiceID,
]
