# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import TypeAlias
from .chat_completion_message_function_tool_call_param import (
    Function as Function,
    ChatCompletionMessageFunctionToolCallParam,
)

ChatCompletionMessageToolCallParam: TypeAlias = ChatCompletionMessageFunctionToolCallParam
