# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ..._websocket_connection import AsyncConnection
from ..._websocket_connection import AsyncConnectionManager
from ..._types import CallOptions
from ..._config import Config
from ..._websocket_connection import Connection
from ..._websocket_connection import ConnectionManager
from ..._types import TimeoutTypes
from typing_extensions import Unpack
from typing import Callable, Optional, Awaitable
from ... import _legacy_response
from .forks import Forks, AsyncForks
from ..._types import Body, Omit, Query, Headers, NotGiven, omit, not_given
from .sessions import (
    Sessions,
    AsyncSessions,
    SessionsWithRawResponse,
    AsyncSessionsWithRawResponse,
    SessionsWithStreamingResponse,
    AsyncSessionsWithStreamingResponse,
)
from .sideband import Sideband, AsyncSideband
from ..._resource import SyncAPIResource, AsyncAPIResource
from ..._response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from ...types.live import live_create_params, decision_item_create_event_param
from ...types.live.client_event import ClientEvent
from ...types.live.server_event import ServerEvent
from ...types.websocket_reconnection import ReconnectingEvent, ReconnectingOverrides
from ...types.live.client_event_param import ClientEventParam
from ...types.live.live_create_response import LiveCreateResponse
from ...types.live.session_config_param import SessionConfigParam
from ...types.websocket_connection_options import WebSocketConnectionOptions, SyncWebSocketConnectionOptions
from ...types.live.media_session_config_param import MediaSessionConfigParam
from ...types.live.session_update_config_param import SessionUpdateConfigParam
from ...types.responses.response_input_item_param import ResponseInputItemParam

class Live(SyncAPIResource):
    @property
    def sideband(self) -> Sideband: ...
    @property
    def forks(self) -> Forks: ...
    @property
    def sessions(self) -> Sessions: ...
    @property
    def with_raw_response(self) -> LiveWithRawResponse: ...
    @property
    def with_streaming_response(self) -> LiveWithStreamingResponse: ...
    def create(
        self,
        *,
        session: MediaSessionConfigParam,
        transport: live_create_params.Transport,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> LiveCreateResponse:
        """POST /live/sessions"""

    def connect(
        self,
        extra_query: Query = {},
        extra_headers: Headers = {},
        websocket_connection_options: SyncWebSocketConnectionOptions = {},
        on_reconnecting: Callable[[ReconnectingEvent], ReconnectingOverrides | None] | None = None,
        max_retries: int = 5,
        initial_delay: float = 0.5,
        max_delay: float = 8.0,
        max_queue_size: int = 2097152,
        on_reconnected: Callable[[LiveConnection], object] | None = None,
    ) -> LiveConnectionManager:
        """WebSocket /live/sessions"""

class AsyncLive(AsyncAPIResource):
    @property
    def sideband(self) -> AsyncSideband: ...
    @property
    def forks(self) -> AsyncForks: ...
    @property
    def sessions(self) -> AsyncSessions: ...
    @property
    def with_raw_response(self) -> AsyncLiveWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncLiveWithStreamingResponse: ...
    async def create(
        self,
        *,
        session: MediaSessionConfigParam,
        transport: live_create_params.Transport,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> LiveCreateResponse:
        """POST /live/sessions"""

    def connect(
        self,
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
        on_reconnected: Callable[[AsyncLiveConnection], object] | None = None,
    ) -> AsyncLiveConnectionManager:
        """WebSocket /live/sessions"""

class LiveWithRawResponse:
    def __init__(self, live: Live) -> None:
        self.create = _legacy_response.to_raw_response_wrapper(live.create)

    @property
    def sessions(self) -> SessionsWithRawResponse: ...

class AsyncLiveWithRawResponse:
    def __init__(self, live: AsyncLive) -> None:
        self.create = _legacy_response.async_to_raw_response_wrapper(live.create)

    @property
    def sessions(self) -> AsyncSessionsWithRawResponse: ...

class LiveWithStreamingResponse:
    def __init__(self, live: Live) -> None:
        self.create = to_streamed_response_wrapper(live.create)

    @property
    def sessions(self) -> SessionsWithStreamingResponse: ...

class AsyncLiveWithStreamingResponse:
    def __init__(self, live: AsyncLive) -> None:
        self.create = async_to_streamed_response_wrapper(live.create)

    @property
    def sessions(self) -> AsyncSessionsWithStreamingResponse: ...

class AsyncLiveConnection(AsyncConnection[ServerEvent, ClientEvent | ClientEventParam]):
    session: AsyncLiveSessionResource
    decision: AsyncLiveDecisionResource
    response: AsyncLiveResponseResource

class AsyncLiveConnectionManager(AsyncConnectionManager[AsyncLiveConnection, ClientEvent | ClientEventParam]): ...

class LiveConnection(Connection[ServerEvent, ClientEvent | ClientEventParam]):
    session: LiveSessionResource
    decision: LiveDecisionResource
    response: LiveResponseResource

class LiveConnectionManager(ConnectionManager[LiveConnection, ClientEvent | ClientEventParam]): ...
class BaseLiveConnectionResource: ...

class LiveSessionResource(BaseLiveConnectionResource):
    @property
    def commentary(self) -> LiveSessionCommentaryResource: ...
    @property
    def input_audio(self) -> LiveSessionInputAudioResource: ...
    @property
    def instructions(self) -> LiveSessionInstructionsResource: ...
    @property
    def output_audio(self) -> LiveSessionOutputAudioResource: ...
    @property
    def thinking(self) -> LiveSessionThinkingResource: ...
    def close(self, *, event_id: Optional[str] | Omit = omit) -> None: ...
    def update(self, *, session: SessionUpdateConfigParam, event_id: Optional[str] | Omit = omit) -> None: ...
    def start(self, *, session: SessionConfigParam, event_id: Optional[str] | Omit = omit) -> None: ...

class LiveSessionCommentaryResource(BaseLiveConnectionResource):
    def append(self, *, content: str, delegation_id: Optional[str], event_id: Optional[str] | Omit = omit) -> None: ...

class LiveSessionInputAudioResource(BaseLiveConnectionResource):
    def append(self, *, audio: str, event_id: Optional[str] | Omit = omit) -> None: ...
    def mute(self, *, event_id: Optional[str] | Omit = omit) -> None: ...
    def unmute(self, *, event_id: Optional[str] | Omit = omit) -> None: ...

class LiveSessionInstructionsResource(BaseLiveConnectionResource):
    def append(self, *, content: str, delegation_id: Optional[str], event_id: Optional[str] | Omit = omit) -> None: ...

class LiveSessionOutputAudioResource(BaseLiveConnectionResource):
    @property
    def fixture(self) -> LiveSessionOutputAudioFixtureResource: ...

class LiveSessionThinkingResource(BaseLiveConnectionResource):
    def append(self, *, content: str, delegation_id: Optional[str], event_id: Optional[str] | Omit = omit) -> None: ...

class LiveSessionOutputAudioFixtureResource(BaseLiveConnectionResource):
    def play(self, *, audio: str, event_id: Optional[str] | Omit = omit) -> None: ...

class LiveDecisionResource(BaseLiveConnectionResource):
    @property
    def item(self) -> LiveDecisionItemResource: ...
    def create(self, *, event_id: str) -> None: ...

class LiveDecisionItemResource(BaseLiveConnectionResource):
    def delete(self, *, item_id: str, event_id: Optional[str] | Omit = omit) -> None: ...
    def create(
        self, *, item: decision_item_create_event_param.ItemUnion, event_id: Optional[str] | Omit = omit
    ) -> None: ...

class LiveResponseResource(BaseLiveConnectionResource):
    @property
    def item(self) -> LiveResponseItemResource: ...
    def create(self, *, event_id: Optional[str] | Omit = omit) -> None: ...

class LiveResponseItemResource(BaseLiveConnectionResource):
    def create(self, *, item: ResponseInputItemParam, event_id: Optional[str] | Omit = omit) -> None: ...

class BaseAsyncLiveConnectionResource: ...

class AsyncLiveSessionResource(BaseAsyncLiveConnectionResource):
    @property
    def commentary(self) -> AsyncLiveSessionCommentaryResource: ...
    @property
    def input_audio(self) -> AsyncLiveSessionInputAudioResource: ...
    @property
    def instructions(self) -> AsyncLiveSessionInstructionsResource: ...
    @property
    def output_audio(self) -> AsyncLiveSessionOutputAudioResource: ...
    @property
    def thinking(self) -> AsyncLiveSessionThinkingResource: ...
    async def close(self, *, event_id: Optional[str] | Omit = omit) -> None: ...
    async def update(self, *, session: SessionUpdateConfigParam, event_id: Optional[str] | Omit = omit) -> None: ...
    async def start(self, *, session: SessionConfigParam, event_id: Optional[str] | Omit = omit) -> None: ...

class AsyncLiveSessionCommentaryResource(BaseAsyncLiveConnectionResource):
    async def append(
        self, *, content: str, delegation_id: Optional[str], event_id: Optional[str] | Omit = omit
    ) -> None: ...

class AsyncLiveSessionInputAudioResource(BaseAsyncLiveConnectionResource):
    async def append(self, *, audio: str, event_id: Optional[str] | Omit = omit) -> None: ...
    async def mute(self, *, event_id: Optional[str] | Omit = omit) -> None: ...
    async def unmute(self, *, event_id: Optional[str] | Omit = omit) -> None: ...

class AsyncLiveSessionInstructionsResource(BaseAsyncLiveConnectionResource):
    async def append(
        self, *, content: str, delegation_id: Optional[str], event_id: Optional[str] | Omit = omit
    ) -> None: ...

class AsyncLiveSessionOutputAudioResource(BaseAsyncLiveConnectionResource):
    @property
    def fixture(self) -> AsyncLiveSessionOutputAudioFixtureResource: ...

class AsyncLiveSessionThinkingResource(BaseAsyncLiveConnectionResource):
    async def append(
        self, *, content: str, delegation_id: Optional[str], event_id: Optional[str] | Omit = omit
    ) -> None: ...

class AsyncLiveSessionOutputAudioFixtureResource(BaseAsyncLiveConnectionResource):
    async def play(self, *, audio: str, event_id: Optional[str] | Omit = omit) -> None: ...

class AsyncLiveDecisionResource(BaseAsyncLiveConnectionResource):
    @property
    def item(self) -> AsyncLiveDecisionItemResource: ...
    async def create(self, *, event_id: str) -> None: ...

class AsyncLiveDecisionItemResource(BaseAsyncLiveConnectionResource):
    async def delete(self, *, item_id: str, event_id: Optional[str] | Omit = omit) -> None: ...
    async def create(
        self, *, item: decision_item_create_event_param.ItemUnion, event_id: Optional[str] | Omit = omit
    ) -> None: ...

class AsyncLiveResponseResource(BaseAsyncLiveConnectionResource):
    @property
    def item(self) -> AsyncLiveResponseItemResource: ...
    async def create(self, *, event_id: Optional[str] | Omit = omit) -> None: ...

class AsyncLiveResponseItemResource(BaseAsyncLiveConnectionResource):
    async def create(self, *, item: ResponseInputItemParam, event_id: Optional[str] | Omit = omit) -> None: ...
