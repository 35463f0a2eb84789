# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict, Union
from typing_extensions import Required, TypedDict

class Tracing(TypedDict, total=False):
    enabled: bool

class ChatSessionWorkflowParam(TypedDict, total=False):
    id: Required[str]
    state_variables: Dict[str, Union[str, int, bool, float]]
    tracing: Tracing
    version: str
