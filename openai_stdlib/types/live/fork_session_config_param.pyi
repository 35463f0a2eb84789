# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import Literal, Required, TypedDict
from .audio_format_param import AudioFormatParam
from .client_config_param import ClientConfigParam
from .responses_delegation_update_config_param import ResponsesDelegationUpdateConfigParam

class Audio(TypedDict, total=False):
    format: AudioFormatParam

class Delegation(TypedDict, total=False):
    type: Required[Literal["responses"]]
    acknowledgement_delay_ms: int
    responses: ResponsesDelegationUpdateConfigParam

class ForkSessionConfigParam(TypedDict, total=False):
    audio: Audio
    client: ClientConfigParam
    delegation: Delegation
    store: bool
