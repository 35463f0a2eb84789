# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union, Optional
from typing_extensions import Literal, Annotated, TypeAlias
from ..._utils import PropertyInfo
from ..._models import BaseModel

class AudioPCM(BaseModel):
    rate: Optional[Literal[24000]] = ...
    type: Optional[Literal["audio/pcm"]] = ...

class AudioPCMU(BaseModel):
    type: Optional[Literal["audio/pcmu"]] = ...

class AudioPCMA(BaseModel):
    type: Optional[Literal["audio/pcma"]] = ...

RealtimeAudioFormats: TypeAlias = Annotated[Union[AudioPCM, AudioPCMU, AudioPCMA], PropertyInfo(discriminator="type")]
