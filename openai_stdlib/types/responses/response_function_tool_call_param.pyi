# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union, Optional
from typing_extensions import Literal, Required, TypeAlias, TypedDict

class CallerDirect(TypedDict, total=False):
    type: Required[Literal["direct"]]

class CallerProgram(TypedDict, total=False):
    caller_id: Required[str]
    type: Required[Literal["program"]]

Caller: TypeAlias = Union[CallerDirect, CallerProgram]
_ResponseFunctionToolCallParamReservedKeywords = TypedDict(
    "_ResponseFunctionToolCallParamReservedKeywords", {"async": bool}, total=False
)

class ResponseFunctionToolCallParam(_ResponseFunctionToolCallParamReservedKeywords, total=False):
    arguments: Required[str]
    call_id: Required[str]
    name: Required[str]
    type: Required[Literal["function_call"]]
    id: str
    caller: Optional[Caller]
    namespace: str
    status: Literal["in_progress", "completed", "incomplete"]
