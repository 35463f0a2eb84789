# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ....._types import CallOptions
from ....._config import Config
from ....._types import TimeoutTypes
from typing_extensions import Unpack
from typing_extensions import Literal
from ..... import _legacy_response
from ....._types import Body, Query, Headers, NotGiven, not_given
from ....._resource import SyncAPIResource, AsyncAPIResource
from ....._response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from .....types.admin.organization.projects.project_spend_limit import ProjectSpendLimit
from .....types.admin.organization.projects.project_spend_limit_deleted import ProjectSpendLimitDeleted

class SpendLimit(SyncAPIResource):
    @property
    def with_raw_response(self) -> SpendLimitWithRawResponse: ...
    @property
    def with_streaming_response(self) -> SpendLimitWithStreamingResponse: ...
    def retrieve(
        self,
        project_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ProjectSpendLimit:
        """GET /organization/projects/{project_id}/spend_limit"""

    def update(
        self,
        project_id: str,
        *,
        currency: Literal["USD"],
        interval: Literal["month"],
        threshold_amount: int,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ProjectSpendLimit:
        """POST /organization/projects/{project_id}/spend_limit"""

    def delete(
        self,
        project_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ProjectSpendLimitDeleted:
        """DELETE /organization/projects/{project_id}/spend_limit"""

class AsyncSpendLimit(AsyncAPIResource):
    @property
    def with_raw_response(self) -> AsyncSpendLimitWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncSpendLimitWithStreamingResponse: ...
    async def retrieve(
        self,
        project_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ProjectSpendLimit:
        """GET /organization/projects/{project_id}/spend_limit"""

    async def update(
        self,
        project_id: str,
        *,
        currency: Literal["USD"],
        interval: Literal["month"],
        threshold_amount: int,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ProjectSpendLimit:
        """POST /organization/projects/{project_id}/spend_limit"""

    async def delete(
        self,
        project_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ProjectSpendLimitDeleted:
        """DELETE /organization/projects/{project_id}/spend_limit"""

class SpendLimitWithRawResponse:
    def __init__(self, spend_limit: SpendLimit) -> None:
        self.retrieve = _legacy_response.to_raw_response_wrapper(spend_limit.retrieve)
        self.update = _legacy_response.to_raw_response_wrapper(spend_limit.update)
        self.delete = _legacy_response.to_raw_response_wrapper(spend_limit.delete)

class AsyncSpendLimitWithRawResponse:
    def __init__(self, spend_limit: AsyncSpendLimit) -> None:
        self.retrieve = _legacy_response.async_to_raw_response_wrapper(spend_limit.retrieve)
        self.update = _legacy_response.async_to_raw_response_wrapper(spend_limit.update)
        self.delete = _legacy_response.async_to_raw_response_wrapper(spend_limit.delete)

class SpendLimitWithStreamingResponse:
    def __init__(self, spend_limit: SpendLimit) -> None:
        self.retrieve = to_streamed_response_wrapper(spend_limit.retrieve)
        self.update = to_streamed_response_wrapper(spend_limit.update)
        self.delete = to_streamed_response_wrapper(spend_limit.delete)

class AsyncSpendLimitWithStreamingResponse:
    def __init__(self, spend_limit: AsyncSpendLimit) -> None:
        self.retrieve = async_to_streamed_response_wrapper(spend_limit.retrieve)
        self.update = async_to_streamed_response_wrapper(spend_limit.update)
        self.delete = async_to_streamed_response_wrapper(spend_limit.delete)
