# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import Required, TypedDict

class ServerEventSelectorParam(TypedDict, total=False):
    type: Required[str]
    response_event: str
