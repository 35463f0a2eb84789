# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict, Optional
from typing_extensions import Literal, Required, TypedDict

class FunctionToolParam(TypedDict, total=False):
    name: Required[str]
    type: Required[Literal["function"]]
    description: Optional[str]
    parameters: Optional[Dict[str, object]]
    strict: Optional[bool]
