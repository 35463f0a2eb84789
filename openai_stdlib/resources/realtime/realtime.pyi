# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ..._websocket_connection import AsyncConnection
from ..._websocket_connection import AsyncConnectionManager
from ..._websocket_connection import Connection
from ..._websocket_connection import ConnectionManager
from typing import Union, Callable, Awaitable
from .calls import (
    Calls,
    AsyncCalls,
    CallsWithRawResponse,
    AsyncCallsWithRawResponse,
    CallsWithStreamingResponse,
    AsyncCallsWithStreamingResponse,
)
from ..._types import Omit, Query, Headers, omit
from ..._resource import SyncAPIResource, AsyncAPIResource
from .client_secrets import (
    ClientSecrets,
    AsyncClientSecrets,
    ClientSecretsWithRawResponse,
    AsyncClientSecretsWithRawResponse,
    ClientSecretsWithStreamingResponse,
    AsyncClientSecretsWithStreamingResponse,
)
from ...types.realtime import session_update_event_param
from .translations.translations import (
    Translations,
    AsyncTranslations,
    TranslationsWithRawResponse,
    AsyncTranslationsWithRawResponse,
    TranslationsWithStreamingResponse,
    AsyncTranslationsWithStreamingResponse,
)
from ...types.websocket_reconnection import ReconnectingEvent, ReconnectingOverrides
from ...types.websocket_connection_options import WebSocketConnectionOptions, SyncWebSocketConnectionOptions
from ...types.realtime.realtime_client_event import RealtimeClientEvent
from ...types.realtime.realtime_server_event import RealtimeServerEvent
from ...types.realtime.conversation_item_param import ConversationItemParam
from ...types.realtime.realtime_client_event_param import RealtimeClientEventParam
from ...types.realtime.realtime_response_create_params_param import RealtimeResponseCreateParamsParam
from ...types.realtime.response_create_event_with_references_param import ResponseCreateEventWithReferencesParam
from ...types.realtime.realtime_response_create_params_with_references_param import (
    RealtimeResponseCreateParamsWithReferencesParam,
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
    def connect(
        self,
        *,
        call_id: str | Omit = omit,
        model: str | Omit = omit,
        extra_query: Query = {},
        extra_headers: Headers = {},
        websocket_connection_options: SyncWebSocketConnectionOptions = {},
        on_reconnecting: Callable[[ReconnectingEvent], ReconnectingOverrides | None] | None = None,
        max_retries: int = 5,
        initial_delay: float = 0.5,
        max_delay: float = 8.0,
        max_queue_size: int = 1048576,
        on_reconnected: Callable[[RealtimeConnection], object] | None = None,
    ) -> RealtimeConnectionManager:
        """WebSocket /realtime"""

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
    def connect(
        self,
        *,
        call_id: str | Omit = omit,
        model: str | Omit = omit,
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
        on_reconnected: Callable[[AsyncRealtimeConnection], object] | None = None,
    ) -> AsyncRealtimeConnectionManager:
        """WebSocket /realtime"""

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

class AsyncRealtimeConnection(
    AsyncConnection[
        RealtimeServerEvent,
        RealtimeClientEvent | Union[RealtimeClientEventParam, ResponseCreateEventWithReferencesParam],
    ]
):
    session: AsyncRealtimeSessionResource
    response: AsyncRealtimeResponseResource
    input_audio_buffer: AsyncRealtimeInputAudioBufferResource
    conversation: AsyncRealtimeConversationResource
    output_audio_buffer: AsyncRealtimeOutputAudioBufferResource

class AsyncRealtimeConnectionManager(
    AsyncConnectionManager[
        AsyncRealtimeConnection,
        RealtimeClientEvent | Union[RealtimeClientEventParam, ResponseCreateEventWithReferencesParam],
    ]
): ...

class RealtimeConnection(
    Connection[
        RealtimeServerEvent,
        RealtimeClientEvent | Union[RealtimeClientEventParam, ResponseCreateEventWithReferencesParam],
    ]
):
    session: RealtimeSessionResource
    response: RealtimeResponseResource
    input_audio_buffer: RealtimeInputAudioBufferResource
    conversation: RealtimeConversationResource
    output_audio_buffer: RealtimeOutputAudioBufferResource

class RealtimeConnectionManager(
    ConnectionManager[
        RealtimeConnection,
        RealtimeClientEvent | Union[RealtimeClientEventParam, ResponseCreateEventWithReferencesParam],
    ]
): ...
class BaseRealtimeConnectionResource: ...

class RealtimeSessionResource(BaseRealtimeConnectionResource):
    def update(self, *, session: session_update_event_param.Session, event_id: str | Omit = omit) -> None: ...

class RealtimeResponseResource(BaseRealtimeConnectionResource):
    def create(
        self,
        *,
        event_id: str | Omit = omit,
        response: Union[RealtimeResponseCreateParamsParam, RealtimeResponseCreateParamsWithReferencesParam]
        | Omit = omit,
    ) -> None: ...
    def cancel(self, *, event_id: str | Omit = omit, response_id: str | Omit = omit) -> None: ...

class RealtimeInputAudioBufferResource(BaseRealtimeConnectionResource):
    def clear(self, *, event_id: str | Omit = omit) -> None: ...
    def commit(self, *, event_id: str | Omit = omit) -> None: ...
    def append(self, *, audio: str, event_id: str | Omit = omit) -> None: ...

class RealtimeConversationResource(BaseRealtimeConnectionResource):
    @property
    def item(self) -> RealtimeConversationItemResource: ...

class RealtimeConversationItemResource(BaseRealtimeConnectionResource):
    def delete(self, *, item_id: str, event_id: str | Omit = omit) -> None: ...
    def create(
        self, *, item: ConversationItemParam, event_id: str | Omit = omit, previous_item_id: str | Omit = omit
    ) -> None: ...
    def truncate(self, *, audio_end_ms: int, content_index: int, item_id: str, event_id: str | Omit = omit) -> None: ...
    def retrieve(self, *, item_id: str, event_id: str | Omit = omit) -> None: ...

class RealtimeOutputAudioBufferResource(BaseRealtimeConnectionResource):
    def clear(self, *, event_id: str | Omit = omit) -> None: ...

class BaseAsyncRealtimeConnectionResource: ...

class AsyncRealtimeSessionResource(BaseAsyncRealtimeConnectionResource):
    async def update(self, *, session: session_update_event_param.Session, event_id: str | Omit = omit) -> None: ...

class AsyncRealtimeResponseResource(BaseAsyncRealtimeConnectionResource):
    async def create(
        self,
        *,
        event_id: str | Omit = omit,
        response: Union[RealtimeResponseCreateParamsParam, RealtimeResponseCreateParamsWithReferencesParam]
        | Omit = omit,
    ) -> None: ...
    async def cancel(self, *, event_id: str | Omit = omit, response_id: str | Omit = omit) -> None: ...

class AsyncRealtimeInputAudioBufferResource(BaseAsyncRealtimeConnectionResource):
    async def clear(self, *, event_id: str | Omit = omit) -> None: ...
    async def commit(self, *, event_id: str | Omit = omit) -> None: ...
    async def append(self, *, audio: str, event_id: str | Omit = omit) -> None: ...

class AsyncRealtimeConversationResource(BaseAsyncRealtimeConnectionResource):
    @property
    def item(self) -> AsyncRealtimeConversationItemResource: ...

class AsyncRealtimeConversationItemResource(BaseAsyncRealtimeConnectionResource):
    async def delete(self, *, item_id: str, event_id: str | Omit = omit) -> None: ...
    async def create(
        self, *, item: ConversationItemParam, event_id: str | Omit = omit, previous_item_id: str | Omit = omit
    ) -> None: ...
    async def truncate(
        self, *, audio_end_ms: int, content_index: int, item_id: str, event_id: str | Omit = omit
    ) -> None: ...
    async def retrieve(self, *, item_id: str, event_id: str | Omit = omit) -> None: ...

class AsyncRealtimeOutputAudioBufferResource(BaseAsyncRealtimeConnectionResource):
    async def clear(self, *, event_id: str | Omit = omit) -> None: ...
