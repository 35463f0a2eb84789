# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import Literal
from ..._models import BaseModel

class RealtimeMcphttpError(BaseModel):
    code: int
    message: str
    type: Literal["http_error"]
