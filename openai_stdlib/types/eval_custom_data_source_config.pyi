# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict
from typing_extensions import Literal
from .._models import BaseModel

class EvalCustomDataSourceConfig(BaseModel):
    schema_: Dict[str, object]
    type: Literal["custom"]
