# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Union, Optional
from typing_extensions import Literal, Annotated, TypeAlias
from ..._utils import PropertyInfo
from ..._models import BaseModel
from .beta_response_input_file import BetaResponseInputFile
from .beta_response_input_text import BetaResponseInputText
from .beta_response_input_image import BetaResponseInputImage

OutputOutputContentList: TypeAlias = Annotated[
    Union[BetaResponseInputText, BetaResponseInputImage, BetaResponseInputFile], PropertyInfo(discriminator="type")
]

class Agent(BaseModel):
    agent_name: str

class CallerDirect(BaseModel):
    type: Literal["direct"]

class CallerProgram(BaseModel):
    caller_id: str
    type: Literal["program"]

Caller: TypeAlias = Annotated[Union[CallerDirect, CallerProgram, None], PropertyInfo(discriminator="type")]

class BetaResponseFunctionToolCallOutputItem(BaseModel):
    id: str
    output: Union[str, List[OutputOutputContentList]]
    status: Literal["in_progress", "completed", "incomplete"]
    type: Literal["function_call_output"]
    agent: Optional[Agent] = ...
    call_id: Optional[str] = ...
    caller: Optional[Caller] = ...
    created_by: Optional[str] = ...
    name: Optional[str] = ...
    namespace: Optional[str] = ...
