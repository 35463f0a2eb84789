# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ..._websocket_connection import AsyncConnection
from ..._websocket_connection import AsyncConnectionManager
from ..._websocket_connection import Connection
from ..._websocket_connection import ConnectionManager
from typing import Callable, Optional, Awaitable
from ..._types import Omit, Query, Headers, omit
from ..._resource import SyncAPIResource, AsyncAPIResource
from ...types.live import decision_item_create_event_param
from ...types.websocket_reconnection import ReconnectingEvent, ReconnectingOverrides
from ...types.live.connect_client_event import ConnectClientEvent
from ...types.live.connect_server_event import ConnectServerEvent
from ...types.websocket_connection_options import WebSocketConnectionOptions, SyncWebSocketConnectionOptions
from ...types.live.connect_client_event_param import ConnectClientEventParam
from ...types.live.session_update_config_param import SessionUpdateConfigParam
from ...types.responses.response_input_item_param import ResponseInputItemParam

class Sideband(SyncAPIResource):
    def connect(
        self,
        *,
        session_id: str,
        graceful_close: bool | Omit = omit,
        extra_query: Query = {},
        extra_headers: Headers = {},
        websocket_connection_options: SyncWebSocketConnectionOptions = {},
        on_reconnecting: Callable[[ReconnectingEvent], ReconnectingOverrides | None] | None = None,
        max_retries: int = 5,
        initial_delay: float = 0.5,
        max_delay: float = 8.0,
        max_queue_size: int = 2097152,
        on_reconnected: Callable[[SidebandConnection], object] | None = None,
    ) -> SidebandConnectionManager:
        """WebSocket /live/sessions/{session_id}/attach"""

class AsyncSideband(AsyncAPIResource):
    def connect(
        self,
        *,
        session_id: str,
        graceful_close: bool | Omit = omit,
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
        max_queue_size: int = 2097152,
        on_reconnected: Callable[[AsyncSidebandConnection], object] | None = None,
    ) -> AsyncSidebandConnectionManager:
        """WebSocket /live/sessions/{session_id}/attach"""

class AsyncSidebandConnection(AsyncConnection[ConnectServerEvent, ConnectClientEvent | ConnectClientEventParam]):
    session: AsyncSidebandSessionResource
    transport: AsyncSidebandTransportResource
    decision: AsyncSidebandDecisionResource
    response: AsyncSidebandResponseResource

class AsyncSidebandConnectionManager(
    AsyncConnectionManager[AsyncSidebandConnection, ConnectClientEvent | ConnectClientEventParam]
): ...

class SidebandConnection(Connection[ConnectServerEvent, ConnectClientEvent | ConnectClientEventParam]):
    session: SidebandSessionResource
    transport: SidebandTransportResource
    decision: SidebandDecisionResource
    response: SidebandResponseResource

class SidebandConnectionManager(
    ConnectionManager[SidebandConnection, ConnectClientEvent | ConnectClientEventParam]
): ...
class BaseSidebandConnectionResource: ...

class SidebandSessionResource(BaseSidebandConnectionResource):
    @property
    def commentary(self) -> SidebandSessionCommentaryResource: ...
    @property
    def input_audio(self) -> SidebandSessionInputAudioResource: ...
    @property
    def instructions(self) -> SidebandSessionInstructionsResource: ...
    @property
    def output_audio(self) -> SidebandSessionOutputAudioResource: ...
    @property
    def thinking(self) -> SidebandSessionThinkingResource: ...
    def close(self, *, event_id: Optional[str] | Omit = omit) -> None: ...
    def update(self, *, session: SessionUpdateConfigParam, event_id: Optional[str] | Omit = omit) -> None: ...

class SidebandSessionCommentaryResource(BaseSidebandConnectionResource):
    def append(self, *, content: str, delegation_id: Optional[str], event_id: Optional[str] | Omit = omit) -> None: ...

class SidebandSessionInputAudioResource(BaseSidebandConnectionResource):
    def mute(self, *, event_id: Optional[str] | Omit = omit) -> None: ...
    def unmute(self, *, event_id: Optional[str] | Omit = omit) -> None: ...

class SidebandSessionInstructionsResource(BaseSidebandConnectionResource):
    def append(self, *, content: str, delegation_id: Optional[str], event_id: Optional[str] | Omit = omit) -> None: ...

class SidebandSessionOutputAudioResource(BaseSidebandConnectionResource):
    @property
    def fixture(self) -> SidebandSessionOutputAudioFixtureResource: ...

class SidebandSessionThinkingResource(BaseSidebandConnectionResource):
    def append(self, *, content: str, delegation_id: Optional[str], event_id: Optional[str] | Omit = omit) -> None: ...

class SidebandSessionOutputAudioFixtureResource(BaseSidebandConnectionResource):
    def play(self, *, audio: str, event_id: Optional[str] | Omit = omit) -> None: ...

class SidebandTransportResource(BaseSidebandConnectionResource):
    @property
    def dtmf(self) -> SidebandTransportDtmfResource: ...

class SidebandTransportDtmfResource(BaseSidebandConnectionResource):
    def send(self, *, event: str, event_id: Optional[str] | Omit = omit) -> None: ...

class SidebandDecisionResource(BaseSidebandConnectionResource):
    @property
    def item(self) -> SidebandDecisionItemResource: ...
    def create(self, *, event_id: str) -> None: ...

class SidebandDecisionItemResource(BaseSidebandConnectionResource):
    def delete(self, *, item_id: str, event_id: Optional[str] | Omit = omit) -> None: ...
    def create(
        self, *, item: decision_item_create_event_param.ItemUnion, event_id: Optional[str] | Omit = omit
    ) -> None: ...

class SidebandResponseResource(BaseSidebandConnectionResource):
    @property
    def item(self) -> SidebandResponseItemResource: ...
    def create(self, *, event_id: Optional[str] | Omit = omit) -> None: ...

class SidebandResponseItemResource(BaseSidebandConnectionResource):
    def create(self, *, item: ResponseInputItemParam, event_id: Optional[str] | Omit = omit) -> None: ...

class BaseAsyncSidebandConnectionResource: ...

class AsyncSidebandSessionResource(BaseAsyncSidebandConnectionResource):
    @property
    def commentary(self) -> AsyncSidebandSessionCommentaryResource: ...
    @property
    def input_audio(self) -> AsyncSidebandSessionInputAudioResource: ...
    @property
    def instructions(self) -> AsyncSidebandSessionInstructionsResource: ...
    @property
    def output_audio(self) -> AsyncSidebandSessionOutputAudioResource: ...
    @property
    def thinking(self) -> AsyncSidebandSessionThinkingResource: ...
    async def close(self, *, event_id: Optional[str] | Omit = omit) -> None: ...
    async def update(self, *, session: SessionUpdateConfigParam, event_id: Optional[str] | Omit = omit) -> None: ...

class AsyncSidebandSessionCommentaryResource(BaseAsyncSidebandConnectionResource):
    async def append(
        self, *, content: str, delegation_id: Optional[str], event_id: Optional[str] | Omit = omit
    ) -> None: ...

class AsyncSidebandSessionInputAudioResource(BaseAsyncSidebandConnectionResource):
    async def mute(self, *, event_id: Optional[str] | Omit = omit) -> None: ...
    async def unmute(self, *, event_id: Optional[str] | Omit = omit) -> None: ...

class AsyncSidebandSessionInstructionsResource(BaseAsyncSidebandConnectionResource):
    async def append(
        self, *, content: str, delegation_id: Optional[str], event_id: Optional[str] | Omit = omit
    ) -> None: ...

class AsyncSidebandSessionOutputAudioResource(BaseAsyncSidebandConnectionResource):
    @property
    def fixture(self) -> AsyncSidebandSessionOutputAudioFixtureResource: ...

class AsyncSidebandSessionThinkingResource(BaseAsyncSidebandConnectionResource):
    async def append(
        self, *, content: str, delegation_id: Optional[str], event_id: Optional[str] | Omit = omit
    ) -> None: ...

class AsyncSidebandSessionOutputAudioFixtureResource(BaseAsyncSidebandConnectionResource):
    async def play(self, *, audio: str, event_id: Optional[str] | Omit = omit) -> None: ...

class AsyncSidebandTransportResource(BaseAsyncSidebandConnectionResource):
    @property
    def dtmf(self) -> AsyncSidebandTransportDtmfResource: ...

class AsyncSidebandTransportDtmfResource(BaseAsyncSidebandConnectionResource):
    async def send(self, *, event: str, event_id: Optional[str] | Omit = omit) -> None: ...

class AsyncSidebandDecisionResource(BaseAsyncSidebandConnectionResource):
    @property
    def item(self) -> AsyncSidebandDecisionItemResource: ...
    async def create(self, *, event_id: str) -> None: ...

class AsyncSidebandDecisionItemResource(BaseAsyncSidebandConnectionResource):
    async def delete(self, *, item_id: str, event_id: Optional[str] | Omit = omit) -> None: ...
    async def create(
        self, *, item: decision_item_create_event_param.ItemUnion, event_id: Optional[str] | Omit = omit
    ) -> None: ...

class AsyncSidebandResponseResource(BaseAsyncSidebandConnectionResource):
    @property
    def item(self) -> AsyncSidebandResponseItemResource: ...
    async def create(self, *, event_id: Optional[str] | Omit = omit) -> None: ...

class AsyncSidebandResponseItemResource(BaseAsyncSidebandConnectionResource):
    async def create(self, *, item: ResponseInputItemParam, event_id: Optional[str] | Omit = omit) -> None: ...
