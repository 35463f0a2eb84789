# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union, Iterable, Optional
from typing_extensions import Literal, Required, TypeAlias, TypedDict
from .response_steer_input_content_param import ResponseSteerInputContentParam
from .response_function_call_output_item_list_param import ResponseFunctionCallOutputItemListParam

class ResponseSteerInputItemListMessage(TypedDict, total=False):
    content: Required[Union[Iterable[ResponseSteerInputContentParam], str]]
    role: Required[Literal["user"]]
    type: Required[Literal["message"]]
    id: Optional[str]
    status: Optional[str]

class ResponseSteerInputItemListFunctionCallOutputCallerDirect(TypedDict, total=False):
    type: Required[Literal["direct"]]

class ResponseSteerInputItemListFunctionCallOutputCallerProgram(TypedDict, total=False):
    caller_id: Required[str]
    type: Required[Literal["program"]]

ResponseSteerInputItemListFunctionCallOutputCaller: TypeAlias = Union[
    ResponseSteerInputItemListFunctionCallOutputCallerDirect, ResponseSteerInputItemListFunctionCallOutputCallerProgram
]

class ResponseSteerInputItemListFunctionCallOutput(TypedDict, total=False):
    output: Required[Union[str, ResponseFunctionCallOutputItemListParam]]
    type: Required[Literal["function_call_output"]]
    id: Optional[str]
    call_id: Optional[str]
    caller: Optional[ResponseSteerInputItemListFunctionCallOutputCaller]
    name: Optional[str]
    namespace: Optional[str]
    status: Optional[Literal["in_progress", "completed", "incomplete"]]

ResponseSteerInputItemList: TypeAlias = Union[
    ResponseSteerInputItemListMessage, ResponseSteerInputItemListFunctionCallOutput
]
ResponseSteerInputParam: TypeAlias = Union[str, Iterable[ResponseSteerInputItemList]]
