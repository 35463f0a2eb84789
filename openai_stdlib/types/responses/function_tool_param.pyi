# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict, List, Optional
from typing_extensions import Literal, Required, TypedDict

_FunctionToolParamReservedKeywords = TypedDict("_FunctionToolParamReservedKeywords", {"async": bool}, total=False)

class FunctionToolParam(_FunctionToolParamReservedKeywords, total=False):
    name: Required[str]
    parameters: Required[Optional[Dict[str, object]]]
    strict: Required[Optional[bool]]
    type: Required[Literal["function"]]
    allowed_callers: Optional[List[Literal["direct", "programmatic"]]]
    defer_loading: bool
    description: Optional[str]
    output_schema: Optional[Dict[str, object]]
