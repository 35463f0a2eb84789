# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict, List, Union, Optional
from typing_extensions import Literal, Annotated, TypeAlias
from ..._utils import PropertyInfo
from ..._models import BaseModel
from .custom_tool import CustomTool

class ToolFunction(BaseModel):
    name: str
    type: Literal["function"]
    allowed_callers: Optional[List[Literal["direct", "programmatic"]]] = ...
    async_: Optional[bool] = ...
    defer_loading: Optional[bool] = ...
    description: Optional[str] = ...
    output_schema: Optional[Dict[str, object]] = ...
    parameters: Optional[object] = ...
    strict: Optional[bool] = ...

Tool: TypeAlias = Annotated[Union[ToolFunction, CustomTool], PropertyInfo(discriminator="type")]

class ToolSearchOutputNamespaceTool(BaseModel):
    description: str
    name: str
    tools: List[Tool]
    type: Literal["namespace"]
