# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict, Optional
from typing_extensions import Literal
from ..._models import BaseModel

class ResponseFormatTextJSONSchemaConfig(BaseModel):
    name: str
    schema_: Dict[str, object]
    type: Literal["json_schema"]
    description: Optional[str] = ...
    strict: Optional[bool] = ...
