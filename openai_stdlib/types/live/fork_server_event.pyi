# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union, Optional
from typing_extensions import Literal, Annotated, TypeAlias
from ..._utils import PropertyInfo
from ..._models import BaseModel
from .info_event import InfoEvent
from .error_event import ErrorEvent
from .decision_event import DecisionEvent
from .response_event import ResponseEvent
from .session_closed_event import SessionClosedEvent
from .session_started_event import SessionStartedEvent
from .session_updated_event import SessionUpdatedEvent
from .input_audio_muted_event import InputAudioMutedEvent
from .thinking_appended_event import ThinkingAppendedEvent
from .delegation_created_event import DelegationCreatedEvent
from .output_audio_delta_event import OutputAudioDeltaEvent
from .commentary_appended_event import CommentaryAppendedEvent
from .input_audio_unmuted_event import InputAudioUnmutedEvent
from .decision_item_created_event import DecisionItemCreatedEvent
from .decision_item_deleted_event import DecisionItemDeletedEvent
from .instructions_appended_event import InstructionsAppendedEvent
from .session_usage_updated_event import SessionUsageUpdatedEvent
from .input_transcript_delta_event import InputTranscriptDeltaEvent
from .output_transcript_delta_event import OutputTranscriptDeltaEvent
from .output_audio_fixture_played_event import OutputAudioFixturePlayedEvent
from .output_audio_fixture_playing_event import OutputAudioFixturePlayingEvent

class SessionInputAudioAppend(BaseModel):
    audio: str
    type: Literal["session.input_audio.append"]

class TransportDtmfReceived(BaseModel):
    event: str
    event_id: str
    type: Literal["transport.dtmf.received"]

class TransportDtmfSend(BaseModel):
    event: str
    event_id: str
    type: Literal["transport.dtmf.send"]
    client_event_id: Optional[str] = ...

class TransportDtmfSent(BaseModel):
    event: str
    event_id: str
    type: Literal["transport.dtmf.sent"]
    client_event_id: Optional[str] = ...

class TransportRinging(BaseModel):
    event_id: str
    session_id: str
    type: Literal["transport.ringing"]

class TransportAnswered(BaseModel):
    event_id: str
    session_id: str
    type: Literal["transport.answered"]

class TransportFailedError(BaseModel):
    code: str
    message: str
    type: Literal["call_error"]
    param: Optional[str] = ...

class TransportFailed(BaseModel):
    error: TransportFailedError
    event_id: str
    session_id: str
    type: Literal["transport.failed"]

ForkServerEvent: TypeAlias = Annotated[
    Union[
        SessionStartedEvent,
        SessionUpdatedEvent,
        InputAudioMutedEvent,
        InputAudioUnmutedEvent,
        OutputAudioFixturePlayingEvent,
        OutputAudioFixturePlayedEvent,
        InstructionsAppendedEvent,
        ThinkingAppendedEvent,
        CommentaryAppendedEvent,
        SessionInputAudioAppend,
        OutputAudioDeltaEvent,
        InputTranscriptDeltaEvent,
        OutputTranscriptDeltaEvent,
        DelegationCreatedEvent,
        DecisionEvent,
        DecisionItemCreatedEvent,
        DecisionItemDeletedEvent,
        ResponseEvent,
        SessionUsageUpdatedEvent,
        SessionClosedEvent,
        ErrorEvent,
        InfoEvent,
        TransportDtmfReceived,
        TransportDtmfSend,
        TransportDtmfSent,
        TransportRinging,
        TransportAnswered,
        TransportFailed,
    ],
    PropertyInfo(discriminator="type"),
]
