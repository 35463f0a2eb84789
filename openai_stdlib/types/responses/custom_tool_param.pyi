# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Optional
from typing_extensions import Literal, Required, TypedDict
from ..shared_params.custom_tool_input_format import CustomToolInputFormat

_CustomToolParamReservedKeywords = TypedDict("_CustomToolParamReservedKeywords", {"async": bool}, total=False)

class CustomToolParam(_CustomToolParamReservedKeywords, total=False):
    name: Required[str]
    type: Required[Literal["custom"]]
    allowed_callers: Optional[List[Literal["direct", "programmatic"]]]
    defer_loading: bool
    description: str
    format: CustomToolInputFormat
