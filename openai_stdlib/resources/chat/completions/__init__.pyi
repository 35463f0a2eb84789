# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .messages import (
    Messages as Messages,
    AsyncMessages as AsyncMessages,
    MessagesWithRawResponse as MessagesWithRawResponse,
    AsyncMessagesWithRawResponse as AsyncMessagesWithRawResponse,
    MessagesWithStreamingResponse as MessagesWithStreamingResponse,
    AsyncMessagesWithStreamingResponse as AsyncMessagesWithStreamingResponse,
)
from .completions import (
    Completions as Completions,
    AsyncCompletions as AsyncCompletions,
    CompletionsWithRawResponse as CompletionsWithRawResponse,
    AsyncCompletionsWithRawResponse as AsyncCompletionsWithRawResponse,
    CompletionsWithStreamingResponse as CompletionsWithStreamingResponse,
    AsyncCompletionsWithStreamingResponse as AsyncCompletionsWithStreamingResponse,
)
