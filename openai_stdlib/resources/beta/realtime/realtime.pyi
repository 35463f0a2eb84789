# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .sessions import (
    Sessions,
    AsyncSessions,
    SessionsWithRawResponse,
    AsyncSessionsWithRawResponse,
    SessionsWithStreamingResponse,
    AsyncSessionsWithStreamingResponse,
)
from ...._resource import SyncAPIResource, AsyncAPIResource
from .transcription_sessions import (
    TranscriptionSessions,
    AsyncTranscriptionSessions,
    TranscriptionSessionsWithRawResponse,
    AsyncTranscriptionSessionsWithRawResponse,
    TranscriptionSessionsWithStreamingResponse,
    AsyncTranscriptionSessionsWithStreamingResponse,
)

class Realtime(SyncAPIResource):
    @property
    def sessions(self) -> Sessions: ...
    @property
    def transcription_sessions(self) -> TranscriptionSessions: ...
    @property
    def with_raw_response(self) -> RealtimeWithRawResponse: ...
    @property
    def with_streaming_response(self) -> RealtimeWithStreamingResponse: ...

class AsyncRealtime(AsyncAPIResource):
    @property
    def sessions(self) -> AsyncSessions: ...
    @property
    def transcription_sessions(self) -> AsyncTranscriptionSessions: ...
    @property
    def with_raw_response(self) -> AsyncRealtimeWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncRealtimeWithStreamingResponse: ...

class RealtimeWithRawResponse:
    def __init__(self, realtime: Realtime) -> None: ...
    @property
    def sessions(self) -> SessionsWithRawResponse: ...
    @property
    def transcription_sessions(self) -> TranscriptionSessionsWithRawResponse: ...

class AsyncRealtimeWithRawResponse:
    def __init__(self, realtime: AsyncRealtime) -> None: ...
    @property
    def sessions(self) -> AsyncSessionsWithRawResponse: ...
    @property
    def transcription_sessions(self) -> AsyncTranscriptionSessionsWithRawResponse: ...

class RealtimeWithStreamingResponse:
    def __init__(self, realtime: Realtime) -> None: ...
    @property
    def sessions(self) -> SessionsWithStreamingResponse: ...
    @property
    def transcription_sessions(self) -> TranscriptionSessionsWithStreamingResponse: ...

class AsyncRealtimeWithStreamingResponse:
    def __init__(self, realtime: AsyncRealtime) -> None: ...
    @property
    def sessions(self) -> AsyncSessionsWithStreamingResponse: ...
    @property
    def transcription_sessions(self) -> AsyncTranscriptionSessionsWithStreamingResponse: ...
