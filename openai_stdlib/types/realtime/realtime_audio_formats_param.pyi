# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union
from typing_extensions import Literal, TypeAlias, TypedDict

class AudioPCM(TypedDict, total=False):
    rate: Literal[24000]
    type: Literal["audio/pcm"]

class AudioPCMU(TypedDict, total=False):
    type: Literal["audio/pcmu"]

class AudioPCMA(TypedDict, total=False):
    type: Literal["audio/pcma"]

RealtimeAudioFormatsParam: TypeAlias = Union[AudioPCM, AudioPCMU, AudioPCMA]
