# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Union, Optional
from typing_extensions import Literal, Annotated, TypeAlias
from ..._utils import PropertyInfo
from ..._models import BaseModel
from .response_steer_input_content import ResponseSteerInputContent
from .response_function_call_output_item_list import ResponseFunctionCallOutputItemList

class ResponseSteerInputItemListMessage(BaseModel):
    content: Union[List[ResponseSteerInputContent], str]
    role: Literal["user"]
    type: Literal["message"]
    id: Optional[str] = ...
    status: Optional[str] = ...

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
    output: Union[str, ResponseFunctionCallOutputItemList]
    type: Literal["function_call_output"]
    id: Optional[str] = ...
    call_id: Optional[str] = ...
    caller: Optional[ResponseSteerInputItemListFunctionCallOutputCaller] = ...
    name: Optional[str] = ...
    namespace: Optional[str] = ...
    status: Optional[Literal["in_progress", "completed", "incomplete"]] = ...

ResponseSteerInputItemList: TypeAlias = Annotated[
    Union[ResponseSteerInputItemListMessage, ResponseSteerInputItemListFunctionCallOutput],
    PropertyInfo(discriminator="type"),
]
ResponseSteerInput: TypeAlias = Union[str, List[ResponseSteerInputItemList]]
