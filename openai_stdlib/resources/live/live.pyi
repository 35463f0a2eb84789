# SPDX-License-Identifier: MIT
# Written by tools/stubs.py; do not edit.
from ..._config import Config
from ..._types import TimeoutTypes
from ... import _legacy_response
from ..._types import Body, Query, Headers, NotGiven, not_given
from .sessions import (
    Sessions,
    AsyncSessions,
    SessionsWithRawResponse,
    AsyncSessionsWithRawResponse,
    SessionsWithStreamingResponse,
    AsyncSessionsWithStreamingResponse,
)
from ..._resource import SyncAPIResource, AsyncAPIResource
from ..._response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from ...types.live import live_create_params
from ...types.live.live_create_response import LiveCreateResponse
from ...types.live.media_session_config_param import MediaSessionConfigParam

class Live(SyncAPIResource):
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
    ) -> LiveCreateResponse:
        """POST /live/sessions"""

class AsyncLive(AsyncAPIResource):
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
    ) -> LiveCreateResponse:
        """POST /live/sessions"""

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
