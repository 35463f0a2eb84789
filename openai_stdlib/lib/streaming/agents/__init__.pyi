# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ._types import ToolOutput as ToolOutput, ToolHandler as ToolHandler, AsyncToolHandler as AsyncToolHandler
from ._streams import AgentSessionStream as AgentSessionStream, AsyncAgentSessionStream as AsyncAgentSessionStream
