# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict, Optional
from typing_extensions import Literal, Required, TypedDict

class BetaResponseFormatTextJSONSchemaConfigParam(TypedDict, total=False):
    name: Required[str]
    schema: Required[Dict[str, object]]
    type: Required[Literal["json_schema"]]
    description: str
    strict: Optional[bool]
