# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ....._types import CallOptions
from ....._config import Config
from ....._types import TimeoutTypes
from typing_extensions import Unpack
from typing import Iterable
from ..... import _legacy_response
from ....._types import Body, Omit, Query, Headers, NotGiven, omit, not_given
from ....._resource import SyncAPIResource, AsyncAPIResource
from ....._response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from ....._streaming import Stream, AsyncStream
from .....types.beta.agent_session_event import AgentSessionEvent
from .....types.beta.agent_session_input_param import AgentSessionInputParam

class Events(SyncAPIResource):
    @property
    def with_raw_response(self) -> EventsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> EventsWithStreamingResponse: ...
    def create(
        self,
        session_id: str,
        *,
        events: Iterable[AgentSessionInputParam],
        idempotency_key: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """POST /agents/sessions/{session_id}/events"""

    def stream(
        self,
        session_id: str,
        *,
        include_obfuscation: bool | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Stream[AgentSessionEvent]:
        """GET /agents/sessions/{session_id}/events"""

class AsyncEvents(AsyncAPIResource):
    @property
    def with_raw_response(self) -> AsyncEventsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncEventsWithStreamingResponse: ...
    async def create(
        self,
        session_id: str,
        *,
        events: Iterable[AgentSessionInputParam],
        idempotency_key: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """POST /agents/sessions/{session_id}/events"""

    async def stream(
        self,
        session_id: str,
        *,
        include_obfuscation: bool | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncStream[AgentSessionEvent]:
        """GET /agents/sessions/{session_id}/events"""

class EventsWithRawResponse:
    def __init__(self, events: Events) -> None:
        self.create = _legacy_response.to_raw_response_wrapper(events.create)
        self.stream = _legacy_response.to_raw_response_wrapper(events.stream)

class AsyncEventsWithRawResponse:
    def __init__(self, events: AsyncEvents) -> None:
        self.create = _legacy_response.async_to_raw_response_wrapper(events.create)
        self.stream = _legacy_response.async_to_raw_response_wrapper(events.stream)

class EventsWithStreamingResponse:
    def __init__(self, events: Events) -> None:
        self.create = to_streamed_response_wrapper(events.create)
        self.stream = to_streamed_response_wrapper(events.stream)

class AsyncEventsWithStreamingResponse:
    def __init__(self, events: AsyncEvents) -> None:
        self.create = async_to_streamed_response_wrapper(events.create)
        self.stream = async_to_streamed_response_wrapper(events.stream)
