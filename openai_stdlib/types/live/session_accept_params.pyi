# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union, Iterable, Optional
from typing_extensions import Literal, Required, TypeAlias, TypedDict
from .built_in_voice import BuiltInVoice
from .custom_voice_param import CustomVoiceParam
from .initial_item_param import InitialItemParam
from .decision_trigger_param import DecisionTriggerParam
from .client_delegation_param import ClientDelegationParam
from .decisions_delegation_config_param import DecisionsDelegationConfigParam
from .responses_delegation_config_param import ResponsesDelegationConfigParam

class SessionAcceptParams(TypedDict, total=False):
    session: Required[Session]

SessionAudioOutputVoice: TypeAlias = Union[str, BuiltInVoice, CustomVoiceParam]

class SessionAudioOutput(TypedDict, total=False):
    voice: SessionAudioOutputVoice

class SessionAudio(TypedDict, total=False):
    output: SessionAudioOutput

class SessionDelegationResponses(TypedDict, total=False):
    responses: Required[ResponsesDelegationConfigParam]
    type: Required[Literal["responses"]]
    acknowledgement_delay_ms: int

class SessionDelegationDecisions(TypedDict, total=False):
    decisions: Required[DecisionsDelegationConfigParam]
    type: Required[Literal["decisions"]]
    acknowledgement_delay_ms: int

SessionDelegation: TypeAlias = Union[ClientDelegationParam, SessionDelegationResponses, SessionDelegationDecisions]

class Session(TypedDict, total=False):
    model: Required[Union[str, Literal["gpt-live-1", "gpt-live-1.1"]]]
    type: Required[Literal["live"]]
    audio: SessionAudio
    delegation: Optional[SessionDelegation]
    input: Iterable[InitialItemParam]
    instructions: Optional[str]
    safety_identifier: Optional[str]
    store: bool
    triggers: Iterable[DecisionTriggerParam]
