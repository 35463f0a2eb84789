# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union
from typing_extensions import Annotated, TypeAlias
from ..._utils import PropertyInfo
from .chat_completion_message_custom_tool_call import ChatCompletionMessageCustomToolCall
from .chat_completion_message_function_tool_call import (
    Function as Function,
    ChatCompletionMessageFunctionToolCall,
    ChatCompletionMessageFunctionToolCall as _compat_ChatCompletionMessageToolCall,
)

ChatCompletionMessageToolCallUnion: TypeAlias = Annotated[
    Union[ChatCompletionMessageFunctionToolCall, ChatCompletionMessageCustomToolCall],
    PropertyInfo(discriminator="type"),
]
ChatCompletionMessageToolCall: TypeAlias = _compat_ChatCompletionMessageToolCall
