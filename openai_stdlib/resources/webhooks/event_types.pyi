# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ..._types import CallOptions
from ..._config import Config
from ..._types import TimeoutTypes
from typing_extensions import Unpack
from ... import _legacy_response
from ..._types import Body, Query, Headers, NotGiven, not_given
from ..._resource import SyncAPIResource, AsyncAPIResource
from ..._response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from ...types.webhooks.webhook_event_type_list import WebhookEventTypeList

class EventTypes(SyncAPIResource):
    @property
    def with_raw_response(self) -> EventTypesWithRawResponse: ...
    @property
    def with_streaming_response(self) -> EventTypesWithStreamingResponse: ...
    def list(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> WebhookEventTypeList:
        """GET /webhook_event_types"""

class AsyncEventTypes(AsyncAPIResource):
    @property
    def with_raw_response(self) -> AsyncEventTypesWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncEventTypesWithStreamingResponse: ...
    async def list(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> WebhookEventTypeList:
        """GET /webhook_event_types"""

class EventTypesWithRawResponse:
    def __init__(self, event_types: EventTypes) -> None:
        self.list = _legacy_response.to_raw_response_wrapper(event_types.list)

class AsyncEventTypesWithRawResponse:
    def __init__(self, event_types: AsyncEventTypes) -> None:
        self.list = _legacy_response.async_to_raw_response_wrapper(event_types.list)

class EventTypesWithStreamingResponse:
    def __init__(self, event_types: EventTypes) -> None:
        self.list = to_streamed_response_wrapper(event_types.list)

class AsyncEventTypesWithStreamingResponse:
    def __init__(self, event_types: AsyncEventTypes) -> None:
        self.list = async_to_streamed_response_wrapper(event_types.list)
