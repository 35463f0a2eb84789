# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Union, Optional
from typing_extensions import Literal, Annotated, TypeAlias
from ..._utils import PropertyInfo
from ..._models import BaseModel

class OutputOutcomeTimeout(BaseModel):
    type: Literal["timeout"]

class OutputOutcomeExit(BaseModel):
    exit_code: int
    type: Literal["exit"]

OutputOutcome: TypeAlias = Annotated[Union[OutputOutcomeTimeout, OutputOutcomeExit], PropertyInfo(discriminator="type")]

class Output(BaseModel):
    outcome: OutputOutcome
    stderr: str
    stdout: str
    created_by: Optional[str] = ...

class CallerDirect(BaseModel):
    type: Literal["direct"]

class CallerProgram(BaseModel):
    caller_id: str
    type: Literal["program"]

Caller: TypeAlias = Annotated[Union[CallerDirect, CallerProgram, None], PropertyInfo(discriminator="type")]

class ResponseFunctionShellToolCallOutput(BaseModel):
    id: str
    call_id: str
    max_output_length: Optional[int] = ...
    output: List[Output]
    status: Literal["in_progress", "completed", "incomplete"]
    type: Literal["shell_call_output"]
    caller: Optional[Caller] = ...
    created_by: Optional[str] = ...
