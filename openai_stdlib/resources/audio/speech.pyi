# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ..._types import CallOptions
from ..._config import Config
from ..._types import TimeoutTypes
from typing_extensions import Unpack
from typing import Union
from typing_extensions import Literal
from ... import _legacy_response
from ..._types import Body, Omit, Query, Headers, NotGiven, omit, not_given
from ..._resource import SyncAPIResource, AsyncAPIResource
from ..._response import (
    StreamedBinaryAPIResponse,
    AsyncStreamedBinaryAPIResponse,
    to_custom_streamed_response_wrapper,
    async_to_custom_streamed_response_wrapper,
)
from ...types.audio import speech_create_params
from ...types.audio.speech_model import SpeechModel

class Speech(SyncAPIResource):
    @property
    def with_raw_response(self) -> SpeechWithRawResponse: ...
    @property
    def with_streaming_response(self) -> SpeechWithStreamingResponse: ...
    def create(
        self,
        *,
        input: str,
        model: Union[str, SpeechModel],
        voice: speech_create_params.Voice,
        instructions: str | Omit = omit,
        response_format: Literal["mp3", "opus", "aac", "flac", "wav", "pcm"] | Omit = omit,
        speed: float | Omit = omit,
        stream_format: Literal["sse", "audio"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> _legacy_response.HttpxBinaryResponseContent:
        """POST /audio/speech"""

class AsyncSpeech(AsyncAPIResource):
    @property
    def with_raw_response(self) -> AsyncSpeechWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncSpeechWithStreamingResponse: ...
    async def create(
        self,
        *,
        input: str,
        model: Union[str, SpeechModel],
        voice: speech_create_params.Voice,
        instructions: str | Omit = omit,
        response_format: Literal["mp3", "opus", "aac", "flac", "wav", "pcm"] | Omit = omit,
        speed: float | Omit = omit,
        stream_format: Literal["sse", "audio"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> _legacy_response.HttpxBinaryResponseContent:
        """POST /audio/speech"""

class SpeechWithRawResponse:
    def __init__(self, speech: Speech) -> None:
        self.create = _legacy_response.to_raw_response_wrapper(speech.create)

class AsyncSpeechWithRawResponse:
    def __init__(self, speech: AsyncSpeech) -> None:
        self.create = _legacy_response.async_to_raw_response_wrapper(speech.create)

class SpeechWithStreamingResponse:
    def __init__(self, speech: Speech) -> None:
        self.create = to_custom_streamed_response_wrapper(speech.create, StreamedBinaryAPIResponse)

class AsyncSpeechWithStreamingResponse:
    def __init__(self, speech: AsyncSpeech) -> None:
        self.create = async_to_custom_streamed_response_wrapper(speech.create, AsyncStreamedBinaryAPIResponse)
