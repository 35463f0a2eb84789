# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal, Required, TypedDict

class InputAudioUnmuteEventParam(TypedDict, total=False):
    type: Required[Literal["session.input_audio.unmute"]]
    event_id: Optional[str]
