# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import Literal, Required, TypedDict
from .client_config_param import ClientConfigParam
from .responses_delegation_update_config_param import ResponsesDelegationUpdateConfigParam

class Delegation(TypedDict, total=False):
    type: Required[Literal["responses"]]
    acknowledgement_delay_ms: int
    responses: ResponsesDelegationUpdateConfigParam

class MediaSessionForkConfigParam(TypedDict, total=False):
    client: ClientConfigParam
    delegation: Delegation
    store: bool
