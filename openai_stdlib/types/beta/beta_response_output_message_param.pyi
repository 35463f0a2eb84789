# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union, Iterable, Optional
from typing_extensions import Literal, Required, TypeAlias, TypedDict
from .beta_response_output_text_param import BetaResponseOutputTextParam
from .beta_response_output_refusal_param import BetaResponseOutputRefusalParam

Content: TypeAlias = Union[BetaResponseOutputTextParam, BetaResponseOutputRefusalParam]

class Agent(TypedDict, total=False):
    agent_name: Required[str]

class BetaResponseOutputMessageParam(TypedDict, total=False):
    id: Required[str]
    content: Required[Iterable[Content]]
    role: Required[Literal["assistant"]]
    status: Required[Literal["in_progress", "completed", "incomplete"]]
    type: Required[Literal["message"]]
    agent: Optional[Agent]
    phase: Optional[Literal["commentary", "final_answer"]]
