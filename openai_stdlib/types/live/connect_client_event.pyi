# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union, Optional
from typing_extensions import Literal, Annotated, TypeAlias
from ..._utils import PropertyInfo
from ..._models import BaseModel
from .session_close_event import SessionCloseEvent
from .session_update_event import SessionUpdateEvent
from .decision_create_event import DecisionCreateEvent
from .response_create_event import ResponseCreateEvent
from .thinking_append_event import ThinkingAppendEvent
from .input_audio_mute_event import InputAudioMuteEvent
from .commentary_append_event import CommentaryAppendEvent
from .input_audio_unmute_event import InputAudioUnmuteEvent
from .instructions_append_event import InstructionsAppendEvent
from .decision_item_create_event import DecisionItemCreateEvent
from .decision_item_delete_event import DecisionItemDeleteEvent
from .response_item_create_event import ResponseItemCreateEvent
from .output_audio_fixture_play_event import OutputAudioFixturePlayEvent

class TransportDtmfSend(BaseModel):
    event: str
    type: Literal["transport.dtmf.send"]
    event_id: Optional[str] = ...

ConnectClientEvent: TypeAlias = Annotated[
    Union[
        SessionUpdateEvent,
        InputAudioMuteEvent,
        InputAudioUnmuteEvent,
        OutputAudioFixturePlayEvent,
        TransportDtmfSend,
        InstructionsAppendEvent,
        ThinkingAppendEvent,
        CommentaryAppendEvent,
        DecisionCreateEvent,
        DecisionItemCreateEvent,
        DecisionItemDeleteEvent,
        ResponseItemCreateEvent,
        ResponseCreateEvent,
        SessionCloseEvent,
    ],
    PropertyInfo(discriminator="type"),
]
