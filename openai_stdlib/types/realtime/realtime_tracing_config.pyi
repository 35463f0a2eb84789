# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union, Optional
from typing_extensions import Literal, TypeAlias
from ..._models import BaseModel

class TracingConfiguration(BaseModel):
    group_id: Optional[str] = ...
    metadata: Optional[object] = ...
    workflow_name: Optional[str] = ...

RealtimeTracingConfig: TypeAlias = Union[Literal["auto"], TracingConfiguration, None]
