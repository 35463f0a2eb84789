# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import Literal
from ..._models import BaseModel

class BetaContainerReference(BaseModel):
    container_id: str
    type: Literal["container_reference"]
