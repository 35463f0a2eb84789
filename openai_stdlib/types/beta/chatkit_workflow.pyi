# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict, Union, Optional
from ..._models import BaseModel

class Tracing(BaseModel):
    enabled: bool

class ChatKitWorkflow(BaseModel):
    id: str
    state_variables: Optional[Dict[str, Union[str, int, bool, float]]] = ...
    tracing: Tracing
    version: Optional[str] = ...
