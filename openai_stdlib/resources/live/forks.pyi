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
from ...types.live.fork_client_event import ForkClientEvent
from ...types.live.fork_server_event import ForkServerEvent
from ...types.websocket_reconnection import ReconnectingEvent, ReconnectingOverrides
from ...types.live.fork_client_event_param import ForkClientEventParam
from ...types.websocket_connection_options import WebSocketConnectionOptions, SyncWebSocketConnectionOptions
from ...types.live.fork_session_config_param import ForkSessionConfigParam
from ...types.live.session_update_config_param import SessionUpdateConfigParam
from ...types.responses.response_input_item_param import ResponseInputItemParam

class Forks(SyncAPIResource):
    def connect(
        self,
        *,
        session_id: str,
        extra_query: Query = {},
        extra_headers: Headers = {},
        websocket_connection_options: SyncWebSocketConnectionOptions = {},
        on_reconnecting: Callable[[ReconnectingEvent], ReconnectingOverrides | None] | None = None,
        max_retries: int = 5,
        initial_delay: float = 0.5,
        max_delay: float = 8.0,
        max_queue_size: int = 2097152,
        on_reconnected: Callable[[ForksConnection], object] | None = None,
    ) -> ForksConnectionManager:
        """WebSocket /live/sessions/{session_id}/fork"""

class AsyncForks(AsyncAPIResource):
    def connect(
        self,
        *,
        session_id: str,
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
        on_reconnected: Callable[[AsyncForksConnection], object] | None = None,
    ) -> AsyncForksConnectionManager:
        """WebSocket /live/sessions/{session_id}/fork"""

class AsyncForksConnection(AsyncConnection[ForkServerEvent, ForkClientEvent | ForkClientEventParam]):
    session: AsyncForksSessionResource
    decision: AsyncForksDecisionResource
    response: AsyncForksResponseResource

class AsyncForksConnectionManager(
    AsyncConnectionManager[AsyncForksConnection, ForkClientEvent | ForkClientEventParam]
): ...

class ForksConnection(Connection[ForkServerEvent, ForkClientEvent | ForkClientEventParam]):
    session: ForksSessionResource
    decision: ForksDecisionResource
    response: ForksResponseResource

class ForksConnectionManager(ConnectionManager[ForksConnection, ForkClientEvent | ForkClientEventParam]): ...
class BaseForksConnectionResource: ...

class ForksSessionResource(BaseForksConnectionResource):
    @property
    def commentary(self) -> ForksSessionCommentaryResource: ...
    @property
    def input_audio(self) -> ForksSessionInputAudioResource: ...
    @property
    def instructions(self) -> ForksSessionInstructionsResource: ...
    @property
    def output_audio(self) -> ForksSessionOutputAudioResource: ...
    @property
    def thinking(self) -> ForksSessionThinkingResource: ...
    def start(self, *, session: ForkSessionConfigParam, event_id: Optional[str] | Omit = omit) -> None: ...
    def close(self, *, event_id: Optional[str] | Omit = omit) -> None: ...
    def update(self, *, session: SessionUpdateConfigParam, event_id: Optional[str] | Omit = omit) -> None: ...

class ForksSessionCommentaryResource(BaseForksConnectionResource):
    def append(self, *, content: str, delegation_id: Optional[str], event_id: Optional[str] | Omit = omit) -> None: ...

class ForksSessionInputAudioResource(BaseForksConnectionResource):
    def append(self, *, audio: str, event_id: Optional[str] | Omit = omit) -> None: ...
    def mute(self, *, event_id: Optional[str] | Omit = omit) -> None: ...
    def unmute(self, *, event_id: Optional[str] | Omit = omit) -> None: ...

class ForksSessionInstructionsResource(BaseForksConnectionResource):
    def append(self, *, content: str, delegation_id: Optional[str], event_id: Optional[str] | Omit = omit) -> None: ...

class ForksSessionOutputAudioResource(BaseForksConnectionResource):
    @property
    def fixture(self) -> ForksSessionOutputAudioFixtureResource: ...

class ForksSessionThinkingResource(BaseForksConnectionResource):
    def append(self, *, content: str, delegation_id: Optional[str], event_id: Optional[str] | Omit = omit) -> None: ...

class ForksSessionOutputAudioFixtureResource(BaseForksConnectionResource):
    def play(self, *, audio: str, event_id: Optional[str] | Omit = omit) -> None: ...

class ForksDecisionResource(BaseForksConnectionResource):
    @property
    def item(self) -> ForksDecisionItemResource: ...
    def create(self, *, event_id: str) -> None: ...

class ForksResponseResource(BaseForksConnectionResource):
    @property
    def item(self) -> ForksResponseItemResource: ...
    def create(self, *, event_id: Optional[str] | Omit = omit) -> None: ...

class ForksDecisionItemResource(BaseForksConnectionResource):
    def delete(self, *, item_id: str, event_id: Optional[str] | Omit = omit) -> None: ...
    def create(
        self, *, item: decision_item_create_event_param.ItemUnion, event_id: Optional[str] | Omit = omit
    ) -> None: ...

class ForksResponseItemResource(BaseForksConnectionResource):
    def create(self, *, item: ResponseInputItemParam, event_id: Optional[str] | Omit = omit) -> None: ...

class BaseAsyncForksConnectionResource: ...

class AsyncForksSessionResource(BaseAsyncForksConnectionResource):
    @property
    def commentary(self) -> AsyncForksSessionCommentaryResource: ...
    @property
    def input_audio(self) -> AsyncForksSessionInputAudioResource: ...
    @property
    def instructions(self) -> AsyncForksSessionInstructionsResource: ...
    @property
    def output_audio(self) -> AsyncForksSessionOutputAudioResource: ...
    @property
    def thinking(self) -> AsyncForksSessionThinkingResource: ...
    async def start(self, *, session: ForkSessionConfigParam, event_id: Optional[str] | Omit = omit) -> None: ...
    async def close(self, *, event_id: Optional[str] | Omit = omit) -> None: ...
    async def update(self, *, session: SessionUpdateConfigParam, event_id: Optional[str] | Omit = omit) -> None: ...

class AsyncForksSessionCommentaryResource(BaseAsyncForksConnectionResource):
    async def append(
        self, *, content: str, delegation_id: Optional[str], event_id: Optional[str] | Omit = omit
    ) -> None: ...

class AsyncForksSessionInputAudioResource(BaseAsyncForksConnectionResource):
    async def append(self, *, audio: str, event_id: Optional[str] | Omit = omit) -> None: ...
    async def mute(self, *, event_id: Optional[str] | Omit = omit) -> None: ...
    async def unmute(self, *, event_id: Optional[str] | Omit = omit) -> None: ...

class AsyncForksSessionInstructionsResource(BaseAsyncForksConnectionResource):
    async def append(
        self, *, content: str, delegation_id: Optional[str], event_id: Optional[str] | Omit = omit
    ) -> None: ...

class AsyncForksSessionOutputAudioResource(BaseAsyncForksConnectionResource):
    @property
    def fixture(self) -> AsyncForksSessionOutputAudioFixtureResource: ...

class AsyncForksSessionThinkingResource(BaseAsyncForksConnectionResource):
    async def append(
        self, *, content: str, delegation_id: Optional[str], event_id: Optional[str] | Omit = omit
    ) -> None: ...

class AsyncForksSessionOutputAudioFixtureResource(BaseAsyncForksConnectionResource):
    async def play(self, *, audio: str, event_id: Optional[str] | Omit = omit) -> None: ...

class AsyncForksDecisionResource(BaseAsyncForksConnectionResource):
    @property
    def item(self) -> AsyncForksDecisionItemResource: ...
    async def create(self, *, event_id: str) -> None: ...

class AsyncForksResponseResource(BaseAsyncForksConnectionResource):
    @property
    def item(self) -> AsyncForksResponseItemResource: ...
    async def create(self, *, event_id: Optional[str] | Omit = omit) -> None: ...

class AsyncForksDecisionItemResource(BaseAsyncForksConnectionResource):
    async def delete(self, *, item_id: str, event_id: Optional[str] | Omit = omit) -> None: ...
    async def create(
        self, *, item: decision_item_create_event_param.ItemUnion, event_id: Optional[str] | Omit = omit
    ) -> None: ...

class AsyncForksResponseItemResource(BaseAsyncForksConnectionResource):
    async def create(self, *, item: ResponseInputItemParam, event_id: Optional[str] | Omit = omit) -> None: ...
