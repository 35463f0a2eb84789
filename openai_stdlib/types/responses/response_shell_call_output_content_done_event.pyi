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

class ResponseShellCallOutputContentDoneEvent(BaseModel):
    command_index: int
    item_id: str
    output: List[Output]
    output_index: int
    sequence_number: int
    type: Literal["response.shell_call_output_content.done"]
