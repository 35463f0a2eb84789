# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ...._types import CallOptions
from ...._config import Config
from ...._types import TimeoutTypes
from typing_extensions import Unpack
from typing import List
from typing_extensions import Literal
from .... import _legacy_response
from ...._types import NOT_GIVEN, Body, Query, Headers, NotGiven
from ...._resource import SyncAPIResource, AsyncAPIResource
from ...._response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from ....types.beta.realtime import transcription_session_create_params
from ....types.beta.realtime.transcription_session import TranscriptionSession

class TranscriptionSessions(SyncAPIResource):
    @property
    def with_raw_response(self) -> TranscriptionSessionsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> TranscriptionSessionsWithStreamingResponse: ...
    def create(
        self,
        *,
        client_secret: transcription_session_create_params.ClientSecret | NotGiven = NOT_GIVEN,
        include: List[str] | NotGiven = NOT_GIVEN,
        input_audio_format: Literal["pcm16", "g711_ulaw", "g711_alaw"] | NotGiven = NOT_GIVEN,
        input_audio_noise_reduction: transcription_session_create_params.InputAudioNoiseReduction
        | NotGiven = NOT_GIVEN,
        input_audio_transcription: transcription_session_create_params.InputAudioTranscription | NotGiven = NOT_GIVEN,
        modalities: List[Literal["text", "audio"]] | NotGiven = NOT_GIVEN,
        turn_detection: transcription_session_create_params.TurnDetection | NotGiven = NOT_GIVEN,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = NOT_GIVEN,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> TranscriptionSession:
        """POST /realtime/transcription_sessions"""

class AsyncTranscriptionSessions(AsyncAPIResource):
    @property
    def with_raw_response(self) -> AsyncTranscriptionSessionsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncTranscriptionSessionsWithStreamingResponse: ...
    async def create(
        self,
        *,
        client_secret: transcription_session_create_params.ClientSecret | NotGiven = NOT_GIVEN,
        include: List[str] | NotGiven = NOT_GIVEN,
        input_audio_format: Literal["pcm16", "g711_ulaw", "g711_alaw"] | NotGiven = NOT_GIVEN,
        input_audio_noise_reduction: transcription_session_create_params.InputAudioNoiseReduction
        | NotGiven = NOT_GIVEN,
        input_audio_transcription: transcription_session_create_params.InputAudioTranscription | NotGiven = NOT_GIVEN,
        modalities: List[Literal["text", "audio"]] | NotGiven = NOT_GIVEN,
        turn_detection: transcription_session_create_params.TurnDetection | NotGiven = NOT_GIVEN,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = NOT_GIVEN,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> TranscriptionSession:
        """POST /realtime/transcription_sessions"""

class TranscriptionSessionsWithRawResponse:
    def __init__(self, transcription_sessions: TranscriptionSessions) -> None:
        self.create = _legacy_response.to_raw_response_wrapper(transcription_sessions.create)

class AsyncTranscriptionSessionsWithRawResponse:
    def __init__(self, transcription_sessions: AsyncTranscriptionSessions) -> None:
        self.create = _legacy_response.async_to_raw_response_wrapper(transcription_sessions.create)

class TranscriptionSessionsWithStreamingResponse:
    def __init__(self, transcription_sessions: TranscriptionSessions) -> None:
        self.create = to_streamed_response_wrapper(transcription_sessions.create)

class AsyncTranscriptionSessionsWithStreamingResponse:
    def __init__(self, transcription_sessions: AsyncTranscriptionSessions) -> None:
        self.create = async_to_streamed_response_wrapper(transcription_sessions.create)
