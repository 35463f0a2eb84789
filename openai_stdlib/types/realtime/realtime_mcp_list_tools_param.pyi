# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Iterable, Optional
from typing_extensions import Literal, Required, TypedDict

class Tool(TypedDict, total=False):
    input_schema: Required[object]
    name: Required[str]
    annotations: Optional[object]
    description: Optional[str]

class RealtimeMcpListToolsParam(TypedDict, total=False):
    server_label: Required[str]
    tools: Required[Iterable[Tool]]
    type: Required[Literal["mcp_list_tools"]]
    id: str
