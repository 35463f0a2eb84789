# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from .chat_completion_message_function_tool_call import Function, ChatCompletionMessageFunctionToolCall

class ParsedFunction(Function):
    parsed_arguments: Optional[object] = ...

class ParsedFunctionToolCall(ChatCompletionMessageFunctionToolCall):
    function: ParsedFunction
