# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ...._websocket_connection import AsyncConnection
from ...._websocket_connection import AsyncConnectionManager
from ...._websocket_connection import Connection
from ...._websocket_connection import ConnectionManager
from typing import Callable, Awaitable
from ...._types import Omit, Query, Headers, omit
from ...._resource import SyncAPIResource, AsyncAPIResource
from .client_secrets import (
    ClientSecrets,
    AsyncClientSecrets,
    ClientSecretsWithRawResponse,
    AsyncClientSecretsWithRawResponse,
    ClientSecretsWithStreamingResponse,
    AsyncClientSecretsWithStreamingResponse,
)
from ....types.websocket_reconnection import ReconnectingEvent, ReconnectingOverrides
from ....types.websocket_connection_options import WebSocketConnectionOptions, SyncWebSocketConnectionOptions
from ....types.realtime.realtime_translation_client_event import RealtimeTranslationClientEvent
from ....types.realtime.realtime_translation_server_event import RealtimeTranslationServerEvent
from ....types.realtime.realtime_translation_client_event_param import RealtimeTranslationClientEventParam
from ....types.realtime.realtime_translation_session_update_request_param import (
    RealtimeTranslationSessionUpdateRequestParam,
)

class Translations(SyncAPIResource):
    @property
    def client_secrets(self) -> ClientSecrets: ...
    @property
    def with_raw_response(self) -> TranslationsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> TranslationsWithStreamingResponse: ...
    def connect(
        self,
        model: str,
        extra_query: Query = {},
        extra_headers: Headers = {},
        websocket_connection_options: SyncWebSocketConnectionOptions = {},
        on_reconnecting: Callable[[ReconnectingEvent], ReconnectingOverrides | None] | None = None,
        max_retries: int = 5,
        initial_delay: float = 0.5,
        max_delay: float = 8.0,
        max_queue_size: int = 1048576,
        on_reconnected: Callable[[TranslationsConnection], object] | None = None,
    ) -> TranslationsConnectionManager:
        """WebSocket /realtime/translations"""

class AsyncTranslations(AsyncAPIResource):
    @property
    def client_secrets(self) -> AsyncClientSecrets: ...
    @property
    def with_raw_response(self) -> AsyncTranslationsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncTranslationsWithStreamingResponse: ...
    def connect(
        self,
        model: str,
        extra_query: Query = {},
        extra_headers: Headers = {},
        websocket_connection_options: WebSocketConnectionOptions = {},
        on_reconnecting: Callable[
            [ReconnectingEvent], ReconnectingOverrides | None | Awaitable[ReconnectingOverrides | None]
        ]
        | None = None,
        max_retries: int = 5,
        initial_delay: float = 0.5,
        max_delay: float = 8.0,
        max_queue_size: int = 1048576,
        on_reconnected: Callable[[AsyncTranslationsConnection], object] | None = None,
    ) -> AsyncTranslationsConnectionManager:
        """WebSocket /realtime/translations"""

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

class AsyncTranslationsConnection(
    AsyncConnection[
        RealtimeTranslationServerEvent, RealtimeTranslationClientEvent | RealtimeTranslationClientEventParam
    ]
):
    session: AsyncTranslationsSessionResource

class AsyncTranslationsConnectionManager(
    AsyncConnectionManager[
        AsyncTranslationsConnection, RealtimeTranslationClientEvent | RealtimeTranslationClientEventParam
    ]
): ...

class TranslationsConnection(
    Connection[RealtimeTranslationServerEvent, RealtimeTranslationClientEvent | RealtimeTranslationClientEventParam]
):
    session: TranslationsSessionResource

class TranslationsConnectionManager(
    ConnectionManager[TranslationsConnection, RealtimeTranslationClientEvent | RealtimeTranslationClientEventParam]
): ...
class BaseTranslationsConnectionResource: ...

class TranslationsSessionResource(BaseTranslationsConnectionResource):
    @property
    def input_audio_buffer(self) -> TranslationsSessionInputAudioBufferResource: ...
    def close(self, *, event_id: str | Omit = omit) -> None: ...
    def update(self, *, session: RealtimeTranslationSessionUpdateRequestParam, event_id: str | Omit = omit) -> None: ...

class TranslationsSessionInputAudioBufferResource(BaseTranslationsConnectionResource):
    def append(self, *, audio: str, event_id: str | Omit = omit) -> None: ...

class BaseAsyncTranslationsConnectionResource: ...

class AsyncTranslationsSessionResource(BaseAsyncTranslationsConnectionResource):
    @property
    def input_audio_buffer(self) -> AsyncTranslationsSessionInputAudioBufferResource: ...
    async def close(self, *, event_id: str | Omit = omit) -> None: ...
    async def update(
        self, *, session: RealtimeTranslationSessionUpdateRequestParam, event_id: str | Omit = omit
    ) -> None: ...

class AsyncTranslationsSessionInputAudioBufferResource(BaseAsyncTranslationsConnectionResource):
    async def append(self, *, audio: str, event_id: str | Omit = omit) -> None: ...
