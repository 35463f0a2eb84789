# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .chat import (
    Chat as Chat,
    AsyncChat as AsyncChat,
    ChatWithRawResponse as ChatWithRawResponse,
    AsyncChatWithRawResponse as AsyncChatWithRawResponse,
    ChatWithStreamingResponse as ChatWithStreamingResponse,
    AsyncChatWithStreamingResponse as AsyncChatWithStreamingResponse,
)
from .completions import (
    Completions as Completions,
    AsyncCompletions as AsyncCompletions,
    CompletionsWithRawResponse as CompletionsWithRawResponse,
    AsyncCompletionsWithRawResponse as AsyncCompletionsWithRawResponse,
    CompletionsWithStreamingResponse as CompletionsWithStreamingResponse,
    AsyncCompletionsWithStreamingResponse as AsyncCompletionsWithStreamingResponse,
)
