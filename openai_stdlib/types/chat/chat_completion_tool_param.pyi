# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import TypeAlias
from .chat_completion_function_tool_param import (
    FunctionDefinition as FunctionDefinition,
    ChatCompletionFunctionToolParam,
)

ChatCompletionToolParam: TypeAlias = ChatCompletionFunctionToolParam
