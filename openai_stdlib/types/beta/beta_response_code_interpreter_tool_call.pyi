# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Union, Optional
from typing_extensions import Literal, Annotated, TypeAlias
from ..._utils import PropertyInfo
from ..._models import BaseModel

class OutputLogs(BaseModel):
    logs: str
    type: Literal["logs"]

class OutputImage(BaseModel):
    type: Literal["image"]
    url: str

Output: TypeAlias = Annotated[Union[OutputLogs, OutputImage], PropertyInfo(discriminator="type")]

class Agent(BaseModel):
    agent_name: str

class BetaResponseCodeInterpreterToolCall(BaseModel):
    id: str
    code: Optional[str] = ...
    container_id: str
    outputs: Optional[List[Output]] = ...
    status: Literal["in_progress", "completed", "incomplete", "interpreting", "failed"]
    type: Literal["code_interpreter_call"]
    agent: Optional[Agent] = ...
