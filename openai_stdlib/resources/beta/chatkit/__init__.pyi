# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .chatkit import (
    ChatKit as ChatKit,
    AsyncChatKit as AsyncChatKit,
    ChatKitWithRawResponse as ChatKitWithRawResponse,
    AsyncChatKitWithRawResponse as AsyncChatKitWithRawResponse,
    ChatKitWithStreamingResponse as ChatKitWithStreamingResponse,
    AsyncChatKitWithStreamingResponse as AsyncChatKitWithStreamingResponse,
)
from .threads import (
    Threads as Threads,
    AsyncThreads as AsyncThreads,
    ThreadsWithRawResponse as ThreadsWithRawResponse,
    AsyncThreadsWithRawResponse as AsyncThreadsWithRawResponse,
    ThreadsWithStreamingResponse as ThreadsWithStreamingResponse,
    AsyncThreadsWithStreamingResponse as AsyncThreadsWithStreamingResponse,
)
from .sessions import (
    Sessions as Sessions,
    AsyncSessions as AsyncSessions,
    SessionsWithRawResponse as SessionsWithRawResponse,
    AsyncSessionsWithRawResponse as AsyncSessionsWithRawResponse,
    SessionsWithStreamingResponse as SessionsWithStreamingResponse,
    AsyncSessionsWithStreamingResponse as AsyncSessionsWithStreamingResponse,
)
