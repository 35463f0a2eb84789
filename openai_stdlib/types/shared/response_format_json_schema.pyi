# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict, Optional
from typing_extensions import Literal
from ..._models import BaseModel

class JSONSchema(BaseModel):
    name: str
    description: Optional[str] = ...
    schema_: Optional[Dict[str, object]] = ...
    strict: Optional[bool] = ...

class ResponseFormatJSONSchema(BaseModel):
    json_schema: JSONSchema
    type: Literal["json_schema"]
