# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ...._resource import SyncAPIResource, AsyncAPIResource
from .client_secrets import (
    ClientSecrets,
    AsyncClientSecrets,
    ClientSecretsWithRawResponse,
    AsyncClientSecretsWithRawResponse,
    ClientSecretsWithStreamingResponse,
    AsyncClientSecretsWithStreamingResponse,
)

class Translations(SyncAPIResource):
    @property
    def client_secrets(self) -> ClientSecrets: ...
    @property
    def with_raw_response(self) -> TranslationsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> TranslationsWithStreamingResponse: ...

class AsyncTranslations(AsyncAPIResource):
    @property
    def client_secrets(self) -> AsyncClientSecrets: ...
    @property
    def with_raw_response(self) -> AsyncTranslationsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncTranslationsWithStreamingResponse: ...

class TranslationsWithRawResponse:
    def __init__(self, translations: Translations) -> None: ...
    @property
    def client_secrets(self) -> ClientSecretsWithRawResponse: ...

class AsyncTranslationsWithRawResponse:
    def __init__(self, translations: AsyncTranslations) -> None: ...
    @property
    def client_secrets(self) -> AsyncClientSecretsWithRawResponse: ...

class TranslationsWithStreamingResponse:
    def __init__(self, translations: Translations) -> None: ...
    @property
    def client_secrets(self) -> ClientSecretsWithStreamingResponse: ...

class AsyncTranslationsWithStreamingResponse:
    def __init__(self, translations: AsyncTranslations) -> None: ...
    @property
    def client_secrets(self) -> AsyncClientSecretsWithStreamingResponse: ...
