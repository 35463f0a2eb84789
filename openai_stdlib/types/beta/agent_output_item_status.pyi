# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import Literal, TypeAlias

AgentOutputItemStatus: TypeAlias = Literal["in_progress", "completed", "incomplete"]
