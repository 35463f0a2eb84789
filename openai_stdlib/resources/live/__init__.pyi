# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .live import (
    Live as Live,
    AsyncLive as AsyncLive,
    LiveWithRawResponse as LiveWithRawResponse,
    AsyncLiveWithRawResponse as AsyncLiveWithRawResponse,
    LiveWithStreamingResponse as LiveWithStreamingResponse,
    AsyncLiveWithStreamingResponse as AsyncLiveWithStreamingResponse,
)
from .sessions import (
    Sessions as Sessions,
    AsyncSessions as AsyncSessions,
    SessionsWithRawResponse as SessionsWithRawResponse,
    AsyncSessionsWithRawResponse as AsyncSessionsWithRawResponse,
    SessionsWithStreamingResponse as SessionsWithStreamingResponse,
    AsyncSessionsWithStreamingResponse as AsyncSessionsWithStreamingResponse,
)
