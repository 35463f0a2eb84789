# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .calls import (
    Calls,
    AsyncCalls,
    CallsWithRawResponse,
    AsyncCallsWithRawResponse,
    CallsWithStreamingResponse,
    AsyncCallsWithStreamingResponse,
)
from ..._resource import SyncAPIResource, AsyncAPIResource
from .client_secrets import (
    ClientSecrets,
    AsyncClientSecrets,
    ClientSecretsWithRawResponse,
    AsyncClientSecretsWithRawResponse,
    ClientSecretsWithStreamingResponse,
    AsyncClientSecretsWithStreamingResponse,
)
from .translations.translations import (
    Translations,
    AsyncTranslations,
    TranslationsWithRawResponse,
    AsyncTranslationsWithRawResponse,
    TranslationsWithStreamingResponse,
    AsyncTranslationsWithStreamingResponse,
)

class Realtime(SyncAPIResource):
    @property
    def client_secrets(self) -> ClientSecrets: ...
    @property
    def calls(self) -> Calls: ...
    @property
    def translations(self) -> Translations: ...
    @property
    def with_raw_response(self) -> RealtimeWithRawResponse: ...
    @property
    def with_streaming_response(self) -> RealtimeWithStreamingResponse: ...

class AsyncRealtime(AsyncAPIResource):
    @property
    def client_secrets(self) -> AsyncClientSecrets: ...
    @property
    def calls(self) -> AsyncCalls: ...
    @property
    def translations(self) -> AsyncTranslations: ...
    @property
    def with_raw_response(self) -> AsyncRealtimeWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncRealtimeWithStreamingResponse: ...

class RealtimeWithRawResponse:
    def __init__(self, realtime: Realtime) -> None: ...
    @property
    def client_secrets(self) -> ClientSecretsWithRawResponse: ...
    @property
    def calls(self) -> CallsWithRawResponse: ...
    @property
    def translations(self) -> TranslationsWithRawResponse: ...

class AsyncRealtimeWithRawResponse:
    def __init__(self, realtime: AsyncRealtime) -> None: ...
    @property
    def client_secrets(self) -> AsyncClientSecretsWithRawResponse: ...
    @property
    def calls(self) -> AsyncCallsWithRawResponse: ...
    @property
    def translations(self) -> AsyncTranslationsWithRawResponse: ...

class RealtimeWithStreamingResponse:
    def __init__(self, realtime: Realtime) -> None: ...
    @property
    def client_secrets(self) -> ClientSecretsWithStreamingResponse: ...
    @property
    def calls(self) -> CallsWithStreamingResponse: ...
    @property
    def translations(self) -> TranslationsWithStreamingResponse: ...

class AsyncRealtimeWithStreamingResponse:
    def __init__(self, realtime: AsyncRealtime) -> None: ...
    @property
    def client_secrets(self) -> AsyncClientSecretsWithStreamingResponse: ...
    @property
    def calls(self) -> AsyncCallsWithStreamingResponse: ...
    @property
    def translations(self) -> AsyncTranslationsWithStreamingResponse: ...
