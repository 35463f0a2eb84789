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
from .forks import Forks as Forks, AsyncForks as AsyncForks
from .sessions import (
    Sessions as Sessions,
    AsyncSessions as AsyncSessions,
    SessionsWithRawResponse as SessionsWithRawResponse,
    AsyncSessionsWithRawResponse as AsyncSessionsWithRawResponse,
    SessionsWithStreamingResponse as SessionsWithStreamingResponse,
    AsyncSessionsWithStreamingResponse as AsyncSessionsWithStreamingResponse,
)
from .sideband import Sideband as Sideband, AsyncSideband as AsyncSideband
