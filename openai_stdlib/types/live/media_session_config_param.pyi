# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union, Iterable, Optional
from typing_extensions import Literal, Required, TypeAlias, TypedDict
from .built_in_voice import BuiltInVoice
from .custom_voice_param import CustomVoiceParam
from .initial_item_param import InitialItemParam
from .client_config_param import ClientConfigParam
from .decision_trigger_param import DecisionTriggerParam
from .client_delegation_param import ClientDelegationParam
from .decisions_delegation_config_param import DecisionsDelegationConfigParam
from .responses_delegation_config_param import ResponsesDelegationConfigParam

AudioOutputVoice: TypeAlias = Union[str, BuiltInVoice, CustomVoiceParam]

class AudioOutput(TypedDict, total=False):
    voice: AudioOutputVoice

class Audio(TypedDict, total=False):
    output: AudioOutput

class DelegationResponses(TypedDict, total=False):
    responses: Required[ResponsesDelegationConfigParam]
    type: Required[Literal["responses"]]
    acknowledgement_delay_ms: int

class DelegationDecisions(TypedDict, total=False):
    decisions: Required[DecisionsDelegationConfigParam]
    type: Required[Literal["decisions"]]
    acknowledgement_delay_ms: int

Delegation: TypeAlias = Union[ClientDelegationParam, DelegationResponses, DelegationDecisions]

class WakePolicy(TypedDict, total=False):
    type: Required[Literal["speech"]]
    vad_threshold: float

class MediaSessionConfigParam(TypedDict, total=False):
    model: Required[Union[str, Literal["gpt-live-1", "gpt-live-1.1"]]]
    audio: Audio
    client: ClientConfigParam
    delegation: Optional[Delegation]
    idle_timeout_s: int
    input: Iterable[InitialItemParam]
    instructions: Optional[str]
    safety_identifier: Optional[str]
    store: bool
    triggers: Iterable[DecisionTriggerParam]
    wake_policy: WakePolicy
