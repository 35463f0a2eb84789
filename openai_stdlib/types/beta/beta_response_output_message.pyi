# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Union, Optional
from typing_extensions import Literal, Annotated, TypeAlias
from ..._utils import PropertyInfo
from ..._models import BaseModel
from .beta_response_output_text import BetaResponseOutputText
from .beta_response_output_refusal import BetaResponseOutputRefusal

Content: TypeAlias = Annotated[
    Union[BetaResponseOutputText, BetaResponseOutputRefusal], PropertyInfo(discriminator="type")
]

class Agent(BaseModel):
    agent_name: str

class BetaResponseOutputMessage(BaseModel):
    id: str
    content: List[Content]
    role: Literal["assistant"]
    status: Literal["in_progress", "completed", "incomplete"]
    type: Literal["message"]
    agent: Optional[Agent] = ...
    phase: Optional[Literal["commentary", "final_answer"]] = ...
