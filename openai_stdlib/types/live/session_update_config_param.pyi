# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union, Iterable, Optional
from typing_extensions import Literal, Required, TypeAlias, TypedDict
from .decision_trigger_param import DecisionTriggerParam
from .client_delegation_param import ClientDelegationParam
from .decisions_delegation_update_config_param import DecisionsDelegationUpdateConfigParam
from .responses_delegation_update_config_param import ResponsesDelegationUpdateConfigParam

class DelegationResponses(TypedDict, total=False):
    type: Required[Literal["responses"]]
    acknowledgement_delay_ms: int
    responses: ResponsesDelegationUpdateConfigParam

class DelegationDecisions(TypedDict, total=False):
    type: Required[Literal["decisions"]]
    acknowledgement_delay_ms: int
    decisions: DecisionsDelegationUpdateConfigParam

Delegation: TypeAlias = Union[ClientDelegationParam, DelegationResponses, DelegationDecisions]

class SessionUpdateConfigParam(TypedDict, total=False):
    delegation: Optional[Delegation]
    triggers: Iterable[DecisionTriggerParam]
