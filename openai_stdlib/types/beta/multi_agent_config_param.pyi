# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import Required, TypedDict

class MultiAgentConfigParam(TypedDict, total=False):
    enabled: Required[bool]
    max_concurrent_subagents: int
