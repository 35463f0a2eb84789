# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ..._types import CallOptions
from ..._config import Config
from ..._types import TimeoutTypes
from typing_extensions import Unpack
from typing import Union
from typing_extensions import Literal, overload
from ... import _legacy_response
from ..._types import Body, Omit, Query, Headers, NotGiven, FileTypes, omit, not_given
from ..._resource import SyncAPIResource, AsyncAPIResource
from ..._response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from ...types.audio.voice import Voice
from ...types.audio.voice_deleted import VoiceDeleted

class Voices(SyncAPIResource):
    @property
    def with_raw_response(self) -> VoicesWithRawResponse: ...
    @property
    def with_streaming_response(self) -> VoicesWithStreamingResponse: ...
    @overload
    def create(
        self,
        *,
        audio_sample: FileTypes,
        consent: str,
        name: str,
        type: Literal["audio_sample"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Voice:
        """POST /audio/voices"""

    @overload
    def create(
        self,
        *,
        name: str,
        prompt: str,
        type: Literal["prompt"],
        model: Union[str, Union[Literal["auto"], Literal["2026-10-08"]]] | Omit = omit,
        script_hint: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Voice:
        """POST /audio/voices"""

    def delete(
        self,
        voice_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> VoiceDeleted:
        """DELETE /audio/voices/{voice_id}"""

class AsyncVoices(AsyncAPIResource):
    @property
    def with_raw_response(self) -> AsyncVoicesWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncVoicesWithStreamingResponse: ...
    @overload
    async def create(
        self,
        *,
        audio_sample: FileTypes,
        consent: str,
        name: str,
        type: Literal["audio_sample"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Voice:
        """POST /audio/voices"""

    @overload
    async def create(
        self,
        *,
        name: str,
        prompt: str,
        type: Literal["prompt"],
        model: Union[str, Union[Literal["auto"], Literal["2026-10-08"]]] | Omit = omit,
        script_hint: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Voice:
        """POST /audio/voices"""

    async def delete(
        self,
        voice_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> VoiceDeleted:
        """DELETE /audio/voices/{voice_id}"""

class VoicesWithRawResponse:
    def __init__(self, voices: Voices) -> None:
        self.create = _legacy_response.to_raw_response_wrapper(voices.create)
        self.delete = _legacy_response.to_raw_response_wrapper(voices.delete)

class AsyncVoicesWithRawResponse:
    def __init__(self, voices: AsyncVoices) -> None:
        self.create = _legacy_response.async_to_raw_response_wrapper(voices.create)
        self.delete = _legacy_response.async_to_raw_response_wrapper(voices.delete)

class VoicesWithStreamingResponse:
    def __init__(self, voices: Voices) -> None:
        self.create = to_streamed_response_wrapper(voices.create)
        self.delete = to_streamed_response_wrapper(voices.delete)

class AsyncVoicesWithStreamingResponse:
    def __init__(self, voices: AsyncVoices) -> None:
        self.create = async_to_streamed_response_wrapper(voices.create)
        self.delete = async_to_streamed_response_wrapper(voices.delete)
