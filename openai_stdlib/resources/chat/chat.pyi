# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ..._resource import SyncAPIResource, AsyncAPIResource
from .completions.completions import (
    Completions,
    AsyncCompletions,
    CompletionsWithRawResponse,
    AsyncCompletionsWithRawResponse,
    CompletionsWithStreamingResponse,
    AsyncCompletionsWithStreamingResponse,
)

class Chat(SyncAPIResource):
    @property
    def completions(self) -> Completions: ...
    @property
    def with_raw_response(self) -> ChatWithRawResponse: ...
    @property
    def with_streaming_response(self) -> ChatWithStreamingResponse: ...

class AsyncChat(AsyncAPIResource):
    @property
    def completions(self) -> AsyncCompletions: ...
    @property
    def with_raw_response(self) -> AsyncChatWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncChatWithStreamingResponse: ...

class ChatWithRawResponse:
    def __init__(self, chat: Chat) -> None: ...
    @property
    def completions(self) -> CompletionsWithRawResponse: ...

class AsyncChatWithRawResponse:
    def __init__(self, chat: AsyncChat) -> None: ...
    @property
    def completions(self) -> AsyncCompletionsWithRawResponse: ...

class ChatWithStreamingResponse:
    def __init__(self, chat: Chat) -> None: ...
    @property
    def completions(self) -> CompletionsWithStreamingResponse: ...

class AsyncChatWithStreamingResponse:
    def __init__(self, chat: AsyncChat) -> None: ...
    @property
    def completions(self) -> AsyncCompletionsWithStreamingResponse: ...
