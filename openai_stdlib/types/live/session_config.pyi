# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Union, Optional
from typing_extensions import Literal, Annotated, TypeAlias
from ..._utils import PropertyInfo
from ..._models import BaseModel
from .audio_format import AudioFormat
from .custom_voice import CustomVoice
from .initial_item import InitialItem
from .client_config import ClientConfig
from .built_in_voice import BuiltInVoice
from .decision_trigger import DecisionTrigger
from .client_delegation import ClientDelegation
from .decisions_delegation_config import DecisionsDelegationConfig
from .responses_delegation_config import ResponsesDelegationConfig

AudioOutputVoice: TypeAlias = Union[str, BuiltInVoice, CustomVoice]

class AudioOutput(BaseModel):
    voice: Optional[AudioOutputVoice] = ...

class Audio(BaseModel):
    format: Optional[AudioFormat] = ...
    output: Optional[AudioOutput] = ...

class DelegationResponses(BaseModel):
    responses: ResponsesDelegationConfig
    type: Literal["responses"]
    acknowledgement_delay_ms: Optional[int] = ...

class DelegationDecisions(BaseModel):
    decisions: DecisionsDelegationConfig
    type: Literal["decisions"]
    acknowledgement_delay_ms: Optional[int] = ...

Delegation: TypeAlias = Annotated[
    Union[ClientDelegation, DelegationResponses, DelegationDecisions, None], PropertyInfo(discriminator="type")
]

class SessionConfig(BaseModel):
    model: Union[str, Literal["gpt-live-1", "gpt-live-1.1"]]
    audio: Optional[Audio] = ...
    client: Optional[ClientConfig] = ...
    delegation: Optional[Delegation] = ...
    input: Optional[List[InitialItem]] = ...
    instructions: Optional[str] = ...
    safety_identifier: Optional[str] = ...
    store: Optional[bool] = ...
    triggers: Optional[List[DecisionTrigger]] = ...
