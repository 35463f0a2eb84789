# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Callable, Awaitable
from dataclasses import dataclass
from typing_extensions import Literal, TypeAlias

ToolErrorStage: TypeAlias = Literal["arguments", "execution", "output"]

@dataclass(frozen=True)
class AgentToolError:
    error: Exception
    tool_name: str
    session_id: str
    turn_id: str
    call_id: str
    stage: ToolErrorStage

ToolErrorHandler: TypeAlias = Callable[[AgentToolError], None]
AsyncToolErrorHandler: TypeAlias = Callable[[AgentToolError], None | Awaitable[None]]
