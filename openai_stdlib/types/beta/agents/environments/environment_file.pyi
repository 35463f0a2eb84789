# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import Literal
from ....._models import BaseModel

class EnvironmentFile(BaseModel):
    environment_id: str
    object: Literal["agent.environment.file"]
    path: str
    size_bytes: int
