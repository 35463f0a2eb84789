# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .realtime import (
    Realtime as Realtime,
    AsyncRealtime as AsyncRealtime,
    RealtimeWithRawResponse as RealtimeWithRawResponse,
    AsyncRealtimeWithRawResponse as AsyncRealtimeWithRawResponse,
    RealtimeWithStreamingResponse as RealtimeWithStreamingResponse,
    AsyncRealtimeWithStreamingResponse as AsyncRealtimeWithStreamingResponse,
)
from .sessions import (
    Sessions as Sessions,
    AsyncSessions as AsyncSessions,
    SessionsWithRawResponse as SessionsWithRawResponse,
    AsyncSessionsWithRawResponse as AsyncSessionsWithRawResponse,
    SessionsWithStreamingResponse as SessionsWithStreamingResponse,
    AsyncSessionsWithStreamingResponse as AsyncSessionsWithStreamingResponse,
)
from .transcription_sessions import (
    TranscriptionSessions as TranscriptionSessions,
    AsyncTranscriptionSessions as AsyncTranscriptionSessions,
    TranscriptionSessionsWithRawResponse as TranscriptionSessionsWithRawResponse,
    AsyncTranscriptionSessionsWithRawResponse as AsyncTranscriptionSessionsWithRawResponse,
    TranscriptionSessionsWithStreamingResponse as TranscriptionSessionsWithStreamingResponse,
    AsyncTranscriptionSessionsWithStreamingResponse as AsyncTranscriptionSessionsWithStreamingResponse,
)
