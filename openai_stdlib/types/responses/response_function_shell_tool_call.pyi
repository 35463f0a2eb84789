# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Union, Optional
from typing_extensions import Literal, Annotated, TypeAlias
from ..._utils import PropertyInfo
from ..._models import BaseModel
from .response_local_environment import ResponseLocalEnvironment
from .response_container_reference import ResponseContainerReference

class Action(BaseModel):
    commands: List[str]
    max_output_length: Optional[int] = ...
    timeout_ms: Optional[int] = ...

Environment: TypeAlias = Annotated[
    Union[ResponseLocalEnvironment, ResponseContainerReference, None], PropertyInfo(discriminator="type")
]

class CallerDirect(BaseModel):
    type: Literal["direct"]

class CallerProgram(BaseModel):
    caller_id: str
    type: Literal["program"]

Caller: TypeAlias = Annotated[Union[CallerDirect, CallerProgram, None], PropertyInfo(discriminator="type")]

class ResponseFunctionShellToolCall(BaseModel):
    id: str
    action: Action
    call_id: str
    environment: Optional[Environment] = ...
    status: Literal["in_progress", "completed", "incomplete"]
    type: Literal["shell_call"]
    caller: Optional[Caller] = ...
    created_by: Optional[str] = ...
