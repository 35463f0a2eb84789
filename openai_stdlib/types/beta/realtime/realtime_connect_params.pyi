# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import Required, TypedDict

class RealtimeConnectParams(TypedDict, total=False):
    model: Required[str]
