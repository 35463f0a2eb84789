# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ..helpers.tools import PydanticFunctionTool as PydanticFunctionTool
from ..helpers.tools import ResponsesPydanticFunctionTool as ResponsesPydanticFunctionTool
from ..helpers.tools import pydantic_function_tool as pydantic_function_tool
from ..helpers.tools import pydantic_responses_function_tool as pydantic_responses_function_tool
