# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union, Optional
from typing_extensions import Literal, Annotated, TypeAlias
from ..._utils import PropertyInfo
from ..._models import BaseModel

class OperationCreateFile(BaseModel):
    diff: str
    path: str
    type: Literal["create_file"]

class OperationDeleteFile(BaseModel):
    path: str
    type: Literal["delete_file"]

class OperationUpdateFile(BaseModel):
    diff: str
    path: str
    type: Literal["update_file"]

Operation: TypeAlias = Annotated[
    Union[OperationCreateFile, OperationDeleteFile, OperationUpdateFile], PropertyInfo(discriminator="type")
]

class Agent(BaseModel):
    agent_name: str

class CallerDirect(BaseModel):
    type: Literal["direct"]

class CallerProgram(BaseModel):
    caller_id: str
    type: Literal["program"]

Caller: TypeAlias = Annotated[Union[CallerDirect, CallerProgram, None], PropertyInfo(discriminator="type")]

class BetaResponseApplyPatchToolCall(BaseModel):
    id: str
    call_id: str
    operation: Operation
    status: Literal["in_progress", "completed"]
    type: Literal["apply_patch_call"]
    agent: Optional[Agent] = ...
    caller: Optional[Caller] = ...
    created_by: Optional[str] = ...
