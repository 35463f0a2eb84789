# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ....._types import CallOptions
from ....._config import Config
from ....._types import TimeoutTypes
from typing_extensions import Unpack
from ..... import _legacy_response
from ....._types import Body, Omit, Query, Headers, NotGiven, omit, not_given
from ....._resource import SyncAPIResource, AsyncAPIResource
from ....._response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from .....pagination import SyncConversationCursorPage, AsyncConversationCursorPage
from ....._base_client import AsyncPaginator
from .....types.admin.organization.projects.project_rate_limit import ProjectRateLimit

class RateLimits(SyncAPIResource):
    @property
    def with_raw_response(self) -> RateLimitsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> RateLimitsWithStreamingResponse: ...
    def list_rate_limits(
        self,
        project_id: str,
        *,
        after: str | Omit = omit,
        before: str | Omit = omit,
        limit: int | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> SyncConversationCursorPage[ProjectRateLimit]:
        """GET /organization/projects/{project_id}/rate_limits"""

    def update_rate_limit(
        self,
        rate_limit_id: str,
        *,
        project_id: str,
        batch_1_day_max_input_tokens: int | Omit = omit,
        max_audio_megabytes_per_1_minute: int | Omit = omit,
        max_images_per_1_minute: int | Omit = omit,
        max_requests_per_1_day: int | Omit = omit,
        max_requests_per_1_minute: int | Omit = omit,
        max_tokens_per_1_minute: int | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ProjectRateLimit:
        """POST /organization/projects/{project_id}/rate_limits/{rate_limit_id}"""

class AsyncRateLimits(AsyncAPIResource):
    @property
    def with_raw_response(self) -> AsyncRateLimitsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncRateLimitsWithStreamingResponse: ...
    def list_rate_limits(
        self,
        project_id: str,
        *,
        after: str | Omit = omit,
        before: str | Omit = omit,
        limit: int | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPaginator[ProjectRateLimit, AsyncConversationCursorPage[ProjectRateLimit]]:
        """GET /organization/projects/{project_id}/rate_limits"""

    async def update_rate_limit(
        self,
        rate_limit_id: str,
        *,
        project_id: str,
        batch_1_day_max_input_tokens: int | Omit = omit,
        max_audio_megabytes_per_1_minute: int | Omit = omit,
        max_images_per_1_minute: int | Omit = omit,
        max_requests_per_1_day: int | Omit = omit,
        max_requests_per_1_minute: int | Omit = omit,
        max_tokens_per_1_minute: int | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ProjectRateLimit:
        """POST /organization/projects/{project_id}/rate_limits/{rate_limit_id}"""

class RateLimitsWithRawResponse:
    def __init__(self, rate_limits: RateLimits) -> None:
        self.list_rate_limits = _legacy_response.to_raw_response_wrapper(rate_limits.list_rate_limits)
        self.update_rate_limit = _legacy_response.to_raw_response_wrapper(rate_limits.update_rate_limit)

class AsyncRateLimitsWithRawResponse:
    def __init__(self, rate_limits: AsyncRateLimits) -> None:
        self.list_rate_limits = _legacy_response.async_to_raw_response_wrapper(rate_limits.list_rate_limits)
        self.update_rate_limit = _legacy_response.async_to_raw_response_wrapper(rate_limits.update_rate_limit)

class RateLimitsWithStreamingResponse:
    def __init__(self, rate_limits: RateLimits) -> None:
        self.list_rate_limits = to_streamed_response_wrapper(rate_limits.list_rate_limits)
        self.update_rate_limit = to_streamed_response_wrapper(rate_limits.update_rate_limit)

class AsyncRateLimitsWithStreamingResponse:
    def __init__(self, rate_limits: AsyncRateLimits) -> None:
        self.list_rate_limits = async_to_streamed_response_wrapper(rate_limits.list_rate_limits)
        self.update_rate_limit = async_to_streamed_response_wrapper(rate_limits.update_rate_limit)
