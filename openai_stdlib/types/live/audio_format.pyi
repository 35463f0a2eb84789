# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union
from typing_extensions import Literal, Annotated, TypeAlias
from ..._utils import PropertyInfo
from ..._models import BaseModel

class AudioPCM(BaseModel):
    rate: Literal[16000, 24000]
    type: Literal["audio/pcm"]

class AudioPCMU(BaseModel):
    rate: int
    type: Literal["audio/pcmu"]

class AudioPCMA(BaseModel):
    rate: int
    type: Literal["audio/pcma"]

AudioFormat: TypeAlias = Annotated[Union[AudioPCM, AudioPCMU, AudioPCMA], PropertyInfo(discriminator="type")]
