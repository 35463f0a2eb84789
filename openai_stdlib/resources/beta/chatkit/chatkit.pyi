# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .threads import (
    Threads,
    AsyncThreads,
    ThreadsWithRawResponse,
    AsyncThreadsWithRawResponse,
    ThreadsWithStreamingResponse,
    AsyncThreadsWithStreamingResponse,
)
from .sessions import (
    Sessions,
    AsyncSessions,
    SessionsWithRawResponse,
    AsyncSessionsWithRawResponse,
    SessionsWithStreamingResponse,
    AsyncSessionsWithStreamingResponse,
)
from ...._resource import SyncAPIResource, AsyncAPIResource

class ChatKit(SyncAPIResource):
    @property
    def sessions(self) -> Sessions: ...
    @property
    def threads(self) -> Threads: ...
    @property
    def with_raw_response(self) -> ChatKitWithRawResponse: ...
    @property
    def with_streaming_response(self) -> ChatKitWithStreamingResponse: ...

class AsyncChatKit(AsyncAPIResource):
    @property
    def sessions(self) -> AsyncSessions: ...
    @property
    def threads(self) -> AsyncThreads: ...
    @property
    def with_raw_response(self) -> AsyncChatKitWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncChatKitWithStreamingResponse: ...

class ChatKitWithRawResponse:
    def __init__(self, chatkit: ChatKit) -> None: ...
    @property
    def sessions(self) -> SessionsWithRawResponse: ...
    @property
    def threads(self) -> ThreadsWithRawResponse: ...

class AsyncChatKitWithRawResponse:
    def __init__(self, chatkit: AsyncChatKit) -> None: ...
    @property
    def sessions(self) -> AsyncSessionsWithRawResponse: ...
    @property
    def threads(self) -> AsyncThreadsWithRawResponse: ...

class ChatKitWithStreamingResponse:
    def __init__(self, chatkit: ChatKit) -> None: ...
    @property
    def sessions(self) -> SessionsWithStreamingResponse: ...
    @property
    def threads(self) -> ThreadsWithStreamingResponse: ...

class AsyncChatKitWithStreamingResponse:
    def __init__(self, chatkit: AsyncChatKit) -> None: ...
    @property
    def sessions(self) -> AsyncSessionsWithStreamingResponse: ...
    @property
    def threads(self) -> AsyncThreadsWithStreamingResponse: ...
