# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import TypedDict

class CallRejectParams(TypedDict, total=False):
    status_code: int
