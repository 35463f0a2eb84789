# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union
from typing_extensions import Literal, Annotated, TypeAlias
from ..._utils import PropertyInfo
from ..._models import BaseModel

class FunctionCallOutput(BaseModel):
    call_id: str
    name: str
    type: Literal["function_call_output"]

class CustomToolCallOutput(BaseModel):
    call_id: str
    type: Literal["custom_tool_call_output"]

class ComputerCallOutput(BaseModel):
    call_id: str
    type: Literal["computer_call_output"]

class ShellCallOutput(BaseModel):
    call_id: str
    type: Literal["shell_call_output"]

class ApplyPatchCallOutput(BaseModel):
    call_id: str
    type: Literal["apply_patch_call_output"]

class ToolSearchOutput(BaseModel):
    call_id: str
    execution: Literal["client"]
    type: Literal["tool_search_output"]

class McpApprovalResponse(BaseModel):
    approval_request_id: str
    type: Literal["mcp_approval_response"]

ResponseSteerRequiredInput: TypeAlias = Annotated[
    Union[
        FunctionCallOutput,
        CustomToolCallOutput,
        ComputerCallOutput,
        ShellCallOutput,
        ApplyPatchCallOutput,
        ToolSearchOutput,
        McpApprovalResponse,
    ],
    PropertyInfo(discriminator="type"),
]
