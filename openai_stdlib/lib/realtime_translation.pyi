# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from types import TracebackType
from .._types import Query, Headers
from ..types.realtime import (
    RealtimeTranslationClientEvent,
    RealtimeTranslationServerEvent,
    RealtimeTranslationClientEventParam,
)
from ..types.websocket_connection_options import WebSocketConnectionOptions, SyncWebSocketConnectionOptions
from ..resources.realtime.translations.translations import (
    Translations,
    AsyncTranslations,
    TranslationsConnection,
    AsyncTranslationsConnection,
)

class TranslationConnection:
    def __init__(self, connection: TranslationsConnection) -> None: ...
    def send(self, event: RealtimeTranslationClientEvent | RealtimeTranslationClientEventParam) -> None: ...
    def recv(self, *, timeout: float | None = None) -> RealtimeTranslationServerEvent: ...
    def close(self) -> None: ...

class AsyncTranslationConnection:
    def __init__(self, connection: AsyncTranslationsConnection) -> None: ...
    async def send(self, event: RealtimeTranslationClientEvent | RealtimeTranslationClientEventParam) -> None: ...
    async def recv(self) -> RealtimeTranslationServerEvent: ...
    async def close(self) -> None: ...

class TranslationSession:
    def __init__(
        self,
        resource: Translations,
        *,
        model: str,
        extra_query: Query = {},
        extra_headers: Headers = {},
        websocket_connection_options: SyncWebSocketConnectionOptions = {},
    ) -> None: ...
    def __enter__(self) -> TranslationConnection: ...
    enter = __enter__

    def __exit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, exc_tb: TracebackType | None
    ) -> None: ...

class AsyncTranslationSession:
    def __init__(
        self,
        resource: AsyncTranslations,
        *,
        model: str,
        extra_query: Query = {},
        extra_headers: Headers = {},
        websocket_connection_options: WebSocketConnectionOptions = {},
    ) -> None: ...
    async def __aenter__(self) -> AsyncTranslationConnection: ...
    enter = __aenter__

    async def __aexit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, exc_tb: TracebackType | None
    ) -> None: ...
