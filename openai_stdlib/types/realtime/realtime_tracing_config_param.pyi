# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union
from typing_extensions import Literal, TypeAlias, TypedDict

class TracingConfiguration(TypedDict, total=False):
    group_id: str
    metadata: object
    workflow_name: str

RealtimeTracingConfigParam: TypeAlias = Union[Literal["auto"], TracingConfiguration]
