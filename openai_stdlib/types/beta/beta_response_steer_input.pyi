# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Union, Optional
from typing_extensions import Literal, Annotated, TypeAlias
from ..._utils import PropertyInfo
from ..._models import BaseModel
from .beta_response_steer_input_content import BetaResponseSteerInputContent
from .beta_response_function_call_output_item_list import BetaResponseFunctionCallOutputItemList

class ResponseSteerInputItemListMessageAgent(BaseModel):
    agent_name: str

class ResponseSteerInputItemListMessage(BaseModel):
    content: Union[List[BetaResponseSteerInputContent], str]
    role: Literal["user"]
    type: Literal["message"]
    id: Optional[str] = ...
    agent: Optional[ResponseSteerInputItemListMessageAgent] = ...
    status: Optional[str] = ...

class ResponseSteerInputItemListFunctionCallOutputAgent(BaseModel):
    agent_name: str

class ResponseSteerInputItemListFunctionCallOutputCallerDirect(BaseModel):
    type: Literal["direct"]

class ResponseSteerInputItemListFunctionCallOutputCallerProgram(BaseModel):
    caller_id: str
    type: Literal["program"]

ResponseSteerInputItemListFunctionCallOutputCaller: TypeAlias = Annotated[
    Union[
        ResponseSteerInputItemListFunctionCallOutputCallerDirect,
        ResponseSteerInputItemListFunctionCallOutputCallerProgram,
        None,
    ],
    PropertyInfo(discriminator="type"),
]

class ResponseSteerInputItemListFunctionCallOutput(BaseModel):
    output: Union[str, BetaResponseFunctionCallOutputItemList]
    type: Literal["function_call_output"]
    id: Optional[str] = ...
    agent: Optional[ResponseSteerInputItemListFunctionCallOutputAgent] = ...
    call_id: Optional[str] = ...
    caller: Optional[ResponseSteerInputItemListFunctionCallOutputCaller] = ...
    name: Optional[str] = ...
    namespace: Optional[str] = ...
    status: Optional[Literal["in_progress", "completed", "incomplete"]] = ...

ResponseSteerInputItemList: TypeAlias = Annotated[
    Union[ResponseSteerInputItemListMessage, ResponseSteerInputItemListFunctionCallOutput],
    PropertyInfo(discriminator="type"),
]
BetaResponseSteerInput: TypeAlias = Union[str, List[ResponseSteerInputItemList]]
