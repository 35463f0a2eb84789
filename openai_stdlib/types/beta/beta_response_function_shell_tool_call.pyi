# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Union, Optional
from typing_extensions import Literal, Annotated, TypeAlias
from ..._utils import PropertyInfo
from ..._models import BaseModel
from .beta_response_local_environment import BetaResponseLocalEnvironment
from .beta_response_container_reference import BetaResponseContainerReference

class Action(BaseModel):
    commands: List[str]
    max_output_length: Optional[int] = ...
    timeout_ms: Optional[int] = ...

Environment: TypeAlias = Annotated[
    Union[BetaResponseLocalEnvironment, BetaResponseContainerReference, None], PropertyInfo(discriminator="type")
]

class Agent(BaseModel):
    agent_name: str

class CallerDirect(BaseModel):
    type: Literal["direct"]

class CallerProgram(BaseModel):
    caller_id: str
    type: Literal["program"]

Caller: TypeAlias = Annotated[Union[CallerDirect, CallerProgram, None], PropertyInfo(discriminator="type")]

class BetaResponseFunctionShellToolCall(BaseModel):
    id: str
    action: Action
    call_id: str
    environment: Optional[Environment] = ...
    status: Literal["in_progress", "completed", "incomplete"]
    type: Literal["shell_call"]
    agent: Optional[Agent] = ...
    caller: Optional[Caller] = ...
    created_by: Optional[str] = ...
