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
_ResponseCustomToolCallParamReservedKeywords = TypedDict(
    "_ResponseCustomToolCallParamReservedKeywords", {"async": bool}, total=False
)

class ResponseCustomToolCallParam(_ResponseCustomToolCallParamReservedKeywords, total=False):
    call_id: Required[str]
    input: Required[str]
    name: Required[str]
    type: Required[Literal["custom_tool_call"]]
    id: str
    caller: Optional[Caller]
    namespace: str
