# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ..._models import BaseModel

class OutputAudioFixturePlayEvent(BaseModel):
    audio: str
    type: Literal["session.output_audio.fixture.play"]
    event_id: Optional[str] = ...
