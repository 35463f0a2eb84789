# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import TypedDict

class RealtimeConnectParams(TypedDict, total=False):
    call_id: str
    model: str
