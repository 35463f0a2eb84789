# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ..._types import CallOptions
from ..._config import Config
from ..._types import TimeoutTypes
from typing_extensions import Unpack
from ... import _legacy_response
from ..._types import Body, Omit, Query, Headers, NotGiven, FileTypes, omit, not_given
from ..._resource import SyncAPIResource, AsyncAPIResource
from ..._response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from ...pagination import SyncCursorPage, AsyncCursorPage
from ..._base_client import AsyncPaginator
from ...types.audio.voice_consent import VoiceConsent
from ...types.audio.voice_consent_deleted import VoiceConsentDeleted

class VoiceConsents(SyncAPIResource):
    @property
    def with_raw_response(self) -> VoiceConsentsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> VoiceConsentsWithStreamingResponse: ...
    def create(
        self,
        *,
        language: str,
        name: str,
        recording: FileTypes,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> VoiceConsent:
        """POST /audio/voice_consents"""

    def retrieve(
        self,
        consent_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> VoiceConsent:
        """GET /audio/voice_consents/{consent_id}"""

    def update(
        self,
        consent_id: str,
        *,
        name: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> VoiceConsent:
        """POST /audio/voice_consents/{consent_id}"""

    def list(
        self,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> SyncCursorPage[VoiceConsent]:
        """GET /audio/voice_consents"""

    def delete(
        self,
        consent_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> VoiceConsentDeleted:
        """DELETE /audio/voice_consents/{consent_id}"""

class AsyncVoiceConsents(AsyncAPIResource):
    @property
    def with_raw_response(self) -> AsyncVoiceConsentsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncVoiceConsentsWithStreamingResponse: ...
    async def create(
        self,
        *,
        language: str,
        name: str,
        recording: FileTypes,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> VoiceConsent:
        """POST /audio/voice_consents"""

    async def retrieve(
        self,
        consent_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> VoiceConsent:
        """GET /audio/voice_consents/{consent_id}"""

    async def update(
        self,
        consent_id: str,
        *,
        name: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> VoiceConsent:
        """POST /audio/voice_consents/{consent_id}"""

    def list(
        self,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPaginator[VoiceConsent, AsyncCursorPage[VoiceConsent]]:
        """GET /audio/voice_consents"""

    async def delete(
        self,
        consent_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> VoiceConsentDeleted:
        """DELETE /audio/voice_consents/{consent_id}"""

class VoiceConsentsWithRawResponse:
    def __init__(self, voice_consents: VoiceConsents) -> None:
        self.create = _legacy_response.to_raw_response_wrapper(voice_consents.create)
        self.retrieve = _legacy_response.to_raw_response_wrapper(voice_consents.retrieve)
        self.update = _legacy_response.to_raw_response_wrapper(voice_consents.update)
        self.list = _legacy_response.to_raw_response_wrapper(voice_consents.list)
        self.delete = _legacy_response.to_raw_response_wrapper(voice_consents.delete)

class AsyncVoiceConsentsWithRawResponse:
    def __init__(self, voice_consents: AsyncVoiceConsents) -> None:
        self.create = _legacy_response.async_to_raw_response_wrapper(voice_consents.create)
        self.retrieve = _legacy_response.async_to_raw_response_wrapper(voice_consents.retrieve)
        self.update = _legacy_response.async_to_raw_response_wrapper(voice_consents.update)
        self.list = _legacy_response.async_to_raw_response_wrapper(voice_consents.list)
        self.delete = _legacy_response.async_to_raw_response_wrapper(voice_consents.delete)

class VoiceConsentsWithStreamingResponse:
    def __init__(self, voice_consents: VoiceConsents) -> None:
        self.create = to_streamed_response_wrapper(voice_consents.create)
        self.retrieve = to_streamed_response_wrapper(voice_consents.retrieve)
        self.update = to_streamed_response_wrapper(voice_consents.update)
        self.list = to_streamed_response_wrapper(voice_consents.list)
        self.delete = to_streamed_response_wrapper(voice_consents.delete)

class AsyncVoiceConsentsWithStreamingResponse:
    def __init__(self, voice_consents: AsyncVoiceConsents) -> None:
        self.create = async_to_streamed_response_wrapper(voice_consents.create)
        self.retrieve = async_to_streamed_response_wrapper(voice_consents.retrieve)
        self.update = async_to_streamed_response_wrapper(voice_consents.update)
        self.list = async_to_streamed_response_wrapper(voice_consents.list)
        self.delete = async_to_streamed_response_wrapper(voice_consents.delete)
