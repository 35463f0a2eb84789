# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ...._types import CallOptions
from ...._config import Config
from ...._types import TimeoutTypes
from typing_extensions import Unpack
from .... import _legacy_response
from ...._types import Body, Query, Headers, NotGiven, not_given
from ...._resource import SyncAPIResource, AsyncAPIResource
from ...._response import (
    StreamedBinaryAPIResponse,
    AsyncStreamedBinaryAPIResponse,
    to_custom_streamed_response_wrapper,
    async_to_custom_streamed_response_wrapper,
)

class Content(SyncAPIResource):
    @property
    def with_raw_response(self) -> ContentWithRawResponse: ...
    @property
    def with_streaming_response(self) -> ContentWithStreamingResponse: ...
    def retrieve(
        self,
        version: str,
        *,
        skill_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> _legacy_response.HttpxBinaryResponseContent:
        """GET /skills/{skill_id}/versions/{version}/content"""

class AsyncContent(AsyncAPIResource):
    @property
    def with_raw_response(self) -> AsyncContentWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncContentWithStreamingResponse: ...
    async def retrieve(
        self,
        version: str,
        *,
        skill_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> _legacy_response.HttpxBinaryResponseContent:
        """GET /skills/{skill_id}/versions/{version}/content"""

class ContentWithRawResponse:
    def __init__(self, content: Content) -> None:
        self.retrieve = _legacy_response.to_raw_response_wrapper(content.retrieve)

class AsyncContentWithRawResponse:
    def __init__(self, content: AsyncContent) -> None:
        self.retrieve = _legacy_response.async_to_raw_response_wrapper(content.retrieve)

class ContentWithStreamingResponse:
    def __init__(self, content: Content) -> None:
        self.retrieve = to_custom_streamed_response_wrapper(content.retrieve, StreamedBinaryAPIResponse)

class AsyncContentWithStreamingResponse:
    def __init__(self, content: AsyncContent) -> None:
        self.retrieve = async_to_custom_streamed_response_wrapper(content.retrieve, AsyncStreamedBinaryAPIResponse)
