# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ..._types import CallOptions
from ..._config import Config
from ..._types import TimeoutTypes
from typing_extensions import Unpack
from typing import List, Optional
from typing_extensions import Literal
from ... import _legacy_response
from ..._types import Body, Omit, Query, Headers, NotGiven, HeadersLike, omit, not_given
from ..._resource import SyncAPIResource, AsyncAPIResource
from ..._response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from .event_types import (
    EventTypes,
    AsyncEventTypes,
    EventTypesWithRawResponse,
    AsyncEventTypesWithRawResponse,
    EventTypesWithStreamingResponse,
    AsyncEventTypesWithStreamingResponse,
)
from ...pagination import SyncCursorPage, AsyncCursorPage
from ..._base_client import AsyncPaginator
from ...types.webhooks.webhook_endpoint import WebhookEndpoint
from ...types.webhooks.unwrap_webhook_event import UnwrapWebhookEvent
from ...types.webhooks.deleted_webhook_endpoint import DeletedWebhookEndpoint
from ...types.webhooks.webhook_endpoint_test_result import WebhookEndpointTestResult
from ...types.webhooks.webhook_endpoint_with_secret import WebhookEndpointWithSecret

class Webhooks(SyncAPIResource):
    @property
    def event_types(self) -> EventTypes: ...
    @property
    def with_raw_response(self) -> WebhooksWithRawResponse: ...
    @property
    def with_streaming_response(self) -> WebhooksWithStreamingResponse: ...
    def create(
        self,
        *,
        event_types: List[
            Literal[
                "batch.completed",
                "batch.failed",
                "batch.expired",
                "batch.cancelled",
                "response.completed",
                "response.failed",
                "response.cancelled",
                "response.incomplete",
                "eval.run.succeeded",
                "eval.run.failed",
                "eval.run.canceled",
                "fine_tuning.job.succeeded",
                "fine_tuning.job.failed",
                "fine_tuning.job.cancelled",
                "realtime.call.incoming",
                "video.completed",
                "video.failed",
                "agent.environment.ready",
                "agent.environment.failed",
                "agent.environment.suspended",
                "agent.environment.expired",
                "agent.session.created",
                "agent.session.action_required",
                "agent.session.in_progress",
                "agent.session.idle",
                "agent.session.failed",
                "safety.alert.created",
            ]
        ],
        name: str,
        url: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> WebhookEndpointWithSecret:
        """POST /webhook_endpoints"""

    def retrieve(
        self,
        webhook_endpoint_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> WebhookEndpoint:
        """GET /webhook_endpoints/{webhook_endpoint_id}"""

    def update(
        self,
        webhook_endpoint_id: str,
        *,
        event_types: List[
            Literal[
                "batch.completed",
                "batch.failed",
                "batch.expired",
                "batch.cancelled",
                "response.completed",
                "response.failed",
                "response.cancelled",
                "response.incomplete",
                "eval.run.succeeded",
                "eval.run.failed",
                "eval.run.canceled",
                "fine_tuning.job.succeeded",
                "fine_tuning.job.failed",
                "fine_tuning.job.cancelled",
                "realtime.call.incoming",
                "video.completed",
                "video.failed",
                "agent.environment.ready",
                "agent.environment.failed",
                "agent.environment.suspended",
                "agent.environment.expired",
                "agent.session.created",
                "agent.session.action_required",
                "agent.session.in_progress",
                "agent.session.idle",
                "agent.session.failed",
                "safety.alert.created",
            ]
        ]
        | Omit = omit,
        name: str | Omit = omit,
        url: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> WebhookEndpoint:
        """POST /webhook_endpoints/{webhook_endpoint_id}"""

    def list(
        self,
        *,
        after: Optional[str] | Omit = omit,
        limit: int | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> SyncCursorPage[WebhookEndpoint]:
        """GET /webhook_endpoints"""

    def delete(
        self,
        webhook_endpoint_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> DeletedWebhookEndpoint:
        """DELETE /webhook_endpoints/{webhook_endpoint_id}"""

    def rotate_secret(
        self,
        webhook_endpoint_id: str,
        *,
        keep_old_secret_active_for_24_hours: bool | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> WebhookEndpointWithSecret:
        """POST /webhook_endpoints/{webhook_endpoint_id}/rotate_secret"""

    def test(
        self,
        webhook_endpoint_id: str,
        *,
        event_type: Literal[
            "batch.completed",
            "batch.failed",
            "batch.expired",
            "batch.cancelled",
            "response.completed",
            "response.failed",
            "response.cancelled",
            "response.incomplete",
            "eval.run.succeeded",
            "eval.run.failed",
            "eval.run.canceled",
            "fine_tuning.job.succeeded",
            "fine_tuning.job.failed",
            "fine_tuning.job.cancelled",
            "realtime.call.incoming",
            "video.completed",
            "video.failed",
            "agent.environment.ready",
            "agent.environment.failed",
            "agent.environment.suspended",
            "agent.environment.expired",
            "agent.session.created",
            "agent.session.action_required",
            "agent.session.in_progress",
            "agent.session.idle",
            "agent.session.failed",
            "safety.alert.created",
        ],
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> WebhookEndpointTestResult:
        """POST /webhook_endpoints/{webhook_endpoint_id}/test"""

    def unwrap(
        self, payload: str | bytes, headers: HeadersLike, *, secret: str | None = None
    ) -> UnwrapWebhookEvent: ...
    def verify_signature(
        self, payload: str | bytes, headers: HeadersLike, *, secret: str | None = None, tolerance: int = 300
    ) -> None: ...

class AsyncWebhooks(AsyncAPIResource):
    @property
    def event_types(self) -> AsyncEventTypes: ...
    @property
    def with_raw_response(self) -> AsyncWebhooksWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncWebhooksWithStreamingResponse: ...
    async def create(
        self,
        *,
        event_types: List[
            Literal[
                "batch.completed",
                "batch.failed",
                "batch.expired",
                "batch.cancelled",
                "response.completed",
                "response.failed",
                "response.cancelled",
                "response.incomplete",
                "eval.run.succeeded",
                "eval.run.failed",
                "eval.run.canceled",
                "fine_tuning.job.succeeded",
                "fine_tuning.job.failed",
                "fine_tuning.job.cancelled",
                "realtime.call.incoming",
                "video.completed",
                "video.failed",
                "agent.environment.ready",
                "agent.environment.failed",
                "agent.environment.suspended",
                "agent.environment.expired",
                "agent.session.created",
                "agent.session.action_required",
                "agent.session.in_progress",
                "agent.session.idle",
                "agent.session.failed",
                "safety.alert.created",
            ]
        ],
        name: str,
        url: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> WebhookEndpointWithSecret:
        """POST /webhook_endpoints"""

    async def retrieve(
        self,
        webhook_endpoint_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> WebhookEndpoint:
        """GET /webhook_endpoints/{webhook_endpoint_id}"""

    async def update(
        self,
        webhook_endpoint_id: str,
        *,
        event_types: List[
            Literal[
                "batch.completed",
                "batch.failed",
                "batch.expired",
                "batch.cancelled",
                "response.completed",
                "response.failed",
                "response.cancelled",
                "response.incomplete",
                "eval.run.succeeded",
                "eval.run.failed",
                "eval.run.canceled",
                "fine_tuning.job.succeeded",
                "fine_tuning.job.failed",
                "fine_tuning.job.cancelled",
                "realtime.call.incoming",
                "video.completed",
                "video.failed",
                "agent.environment.ready",
                "agent.environment.failed",
                "agent.environment.suspended",
                "agent.environment.expired",
                "agent.session.created",
                "agent.session.action_required",
                "agent.session.in_progress",
                "agent.session.idle",
                "agent.session.failed",
                "safety.alert.created",
            ]
        ]
        | Omit = omit,
        name: str | Omit = omit,
        url: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> WebhookEndpoint:
        """POST /webhook_endpoints/{webhook_endpoint_id}"""

    def list(
        self,
        *,
        after: Optional[str] | Omit = omit,
        limit: int | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPaginator[WebhookEndpoint, AsyncCursorPage[WebhookEndpoint]]:
        """GET /webhook_endpoints"""

    async def delete(
        self,
        webhook_endpoint_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> DeletedWebhookEndpoint:
        """DELETE /webhook_endpoints/{webhook_endpoint_id}"""

    async def rotate_secret(
        self,
        webhook_endpoint_id: str,
        *,
        keep_old_secret_active_for_24_hours: bool | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> WebhookEndpointWithSecret:
        """POST /webhook_endpoints/{webhook_endpoint_id}/rotate_secret"""

    async def test(
        self,
        webhook_endpoint_id: str,
        *,
        event_type: Literal[
            "batch.completed",
            "batch.failed",
            "batch.expired",
            "batch.cancelled",
            "response.completed",
            "response.failed",
            "response.cancelled",
            "response.incomplete",
            "eval.run.succeeded",
            "eval.run.failed",
            "eval.run.canceled",
            "fine_tuning.job.succeeded",
            "fine_tuning.job.failed",
            "fine_tuning.job.cancelled",
            "realtime.call.incoming",
            "video.completed",
            "video.failed",
            "agent.environment.ready",
            "agent.environment.failed",
            "agent.environment.suspended",
            "agent.environment.expired",
            "agent.session.created",
            "agent.session.action_required",
            "agent.session.in_progress",
            "agent.session.idle",
            "agent.session.failed",
            "safety.alert.created",
        ],
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> WebhookEndpointTestResult:
        """POST /webhook_endpoints/{webhook_endpoint_id}/test"""

    def unwrap(
        self, payload: str | bytes, headers: HeadersLike, *, secret: str | None = None
    ) -> UnwrapWebhookEvent: ...
    def verify_signature(
        self, payload: str | bytes, headers: HeadersLike, *, secret: str | None = None, tolerance: int = 300
    ) -> None: ...

class WebhooksWithRawResponse:
    def __init__(self, webhooks: Webhooks) -> None:
        self.create = _legacy_response.to_raw_response_wrapper(webhooks.create)
        self.retrieve = _legacy_response.to_raw_response_wrapper(webhooks.retrieve)
        self.update = _legacy_response.to_raw_response_wrapper(webhooks.update)
        self.list = _legacy_response.to_raw_response_wrapper(webhooks.list)
        self.delete = _legacy_response.to_raw_response_wrapper(webhooks.delete)
        self.rotate_secret = _legacy_response.to_raw_response_wrapper(webhooks.rotate_secret)
        self.test = _legacy_response.to_raw_response_wrapper(webhooks.test)

    @property
    def event_types(self) -> EventTypesWithRawResponse: ...

class AsyncWebhooksWithRawResponse:
    def __init__(self, webhooks: AsyncWebhooks) -> None:
        self.create = _legacy_response.async_to_raw_response_wrapper(webhooks.create)
        self.retrieve = _legacy_response.async_to_raw_response_wrapper(webhooks.retrieve)
        self.update = _legacy_response.async_to_raw_response_wrapper(webhooks.update)
        self.list = _legacy_response.async_to_raw_response_wrapper(webhooks.list)
        self.delete = _legacy_response.async_to_raw_response_wrapper(webhooks.delete)
        self.rotate_secret = _legacy_response.async_to_raw_response_wrapper(webhooks.rotate_secret)
        self.test = _legacy_response.async_to_raw_response_wrapper(webhooks.test)

    @property
    def event_types(self) -> AsyncEventTypesWithRawResponse: ...

class WebhooksWithStreamingResponse:
    def __init__(self, webhooks: Webhooks) -> None:
        self.create = to_streamed_response_wrapper(webhooks.create)
        self.retrieve = to_streamed_response_wrapper(webhooks.retrieve)
        self.update = to_streamed_response_wrapper(webhooks.update)
        self.list = to_streamed_response_wrapper(webhooks.list)
        self.delete = to_streamed_response_wrapper(webhooks.delete)
        self.rotate_secret = to_streamed_response_wrapper(webhooks.rotate_secret)
        self.test = to_streamed_response_wrapper(webhooks.test)

    @property
    def event_types(self) -> EventTypesWithStreamingResponse: ...

class AsyncWebhooksWithStreamingResponse:
    def __init__(self, webhooks: AsyncWebhooks) -> None:
        self.create = async_to_streamed_response_wrapper(webhooks.create)
        self.retrieve = async_to_streamed_response_wrapper(webhooks.retrieve)
        self.update = async_to_streamed_response_wrapper(webhooks.update)
        self.list = async_to_streamed_response_wrapper(webhooks.list)
        self.delete = async_to_streamed_response_wrapper(webhooks.delete)
        self.rotate_secret = async_to_streamed_response_wrapper(webhooks.rotate_secret)
        self.test = async_to_streamed_response_wrapper(webhooks.test)

    @property
    def event_types(self) -> AsyncEventTypesWithStreamingResponse: ...
