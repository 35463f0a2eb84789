# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Union, Optional
from typing_extensions import Literal, Annotated, TypeAlias
from ..._utils import PropertyInfo
from ..._models import BaseModel
from .decision_trigger import DecisionTrigger
from .client_delegation import ClientDelegation
from .decisions_delegation_update_config import DecisionsDelegationUpdateConfig
from .responses_delegation_update_config import ResponsesDelegationUpdateConfig

class DelegationResponses(BaseModel):
    type: Literal["responses"]
    acknowledgement_delay_ms: Optional[int] = ...
    responses: Optional[ResponsesDelegationUpdateConfig] = ...

class DelegationDecisions(BaseModel):
    type: Literal["decisions"]
    acknowledgement_delay_ms: Optional[int] = ...
    decisions: Optional[DecisionsDelegationUpdateConfig] = ...

Delegation: TypeAlias = Annotated[
    Union[ClientDelegation, DelegationResponses, DelegationDecisions, None], PropertyInfo(discriminator="type")
]

class SessionUpdateConfig(BaseModel):
    delegation: Optional[Delegation] = ...
    triggers: Optional[List[DecisionTrigger]] = ...
