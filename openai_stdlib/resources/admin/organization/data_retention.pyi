# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ...._types import CallOptions
from ...._config import Config
from ...._types import TimeoutTypes
from typing_extensions import Unpack
from typing_extensions import Literal
from .... import _legacy_response
from ...._types import Body, Query, Headers, NotGiven, not_given
from ...._resource import SyncAPIResource, AsyncAPIResource
from ...._response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from ....types.admin.organization.organization_data_retention import OrganizationDataRetention

class DataRetention(SyncAPIResource):
    @property
    def with_raw_response(self) -> DataRetentionWithRawResponse: ...
    @property
    def with_streaming_response(self) -> DataRetentionWithStreamingResponse: ...
    def retrieve(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> OrganizationDataRetention:
        """GET /organization/data_retention"""

    def update(
        self,
        *,
        retention_type: Literal[
            "zero_data_retention",
            "modified_abuse_monitoring",
            "enhanced_zero_data_retention",
            "enhanced_modified_abuse_monitoring",
        ],
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> OrganizationDataRetention:
        """POST /organization/data_retention"""

class AsyncDataRetention(AsyncAPIResource):
    @property
    def with_raw_response(self) -> AsyncDataRetentionWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncDataRetentionWithStreamingResponse: ...
    async def retrieve(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> OrganizationDataRetention:
        """GET /organization/data_retention"""

    async def update(
        self,
        *,
        retention_type: Literal[
            "zero_data_retention",
            "modified_abuse_monitoring",
            "enhanced_zero_data_retention",
            "enhanced_modified_abuse_monitoring",
        ],
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> OrganizationDataRetention:
        """POST /organization/data_retention"""

class DataRetentionWithRawResponse:
    def __init__(self, data_retention: DataRetention) -> None:
        self.retrieve = _legacy_response.to_raw_response_wrapper(data_retention.retrieve)
        self.update = _legacy_response.to_raw_response_wrapper(data_retention.update)

class AsyncDataRetentionWithRawResponse:
    def __init__(self, data_retention: AsyncDataRetention) -> None:
        self.retrieve = _legacy_response.async_to_raw_response_wrapper(data_retention.retrieve)
        self.update = _legacy_response.async_to_raw_response_wrapper(data_retention.update)

class DataRetentionWithStreamingResponse:
    def __init__(self, data_retention: DataRetention) -> None:
        self.retrieve = to_streamed_response_wrapper(data_retention.retrieve)
        self.update = to_streamed_response_wrapper(data_retention.update)

class AsyncDataRetentionWithStreamingResponse:
    def __init__(self, data_retention: AsyncDataRetention) -> None:
        self.retrieve = async_to_streamed_response_wrapper(data_retention.retrieve)
        self.update = async_to_streamed_response_wrapper(data_retention.update)
