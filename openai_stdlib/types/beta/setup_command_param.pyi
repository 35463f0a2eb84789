# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Required, TypedDict

class SetupCommandParam(TypedDict, total=False):
    command: Required[str]
    cwd: Optional[str]
