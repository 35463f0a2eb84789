# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ..._types import CallOptions
from ..._config import Config
from ..._types import TimeoutTypes
from typing_extensions import Unpack
from ... import _legacy_response
from ..._types import Body, Query, Headers, NotGiven, FileTypes, not_given
from ..._resource import SyncAPIResource, AsyncAPIResource
from ..._response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from ...types.uploads.upload_part import UploadPart

class Parts(SyncAPIResource):
    @property
    def with_raw_response(self) -> PartsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> PartsWithStreamingResponse: ...
    def create(
        self,
        upload_id: str,
        *,
        data: FileTypes,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> UploadPart:
        """POST /uploads/{upload_id}/parts"""

class AsyncParts(AsyncAPIResource):
    @property
    def with_raw_response(self) -> AsyncPartsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncPartsWithStreamingResponse: ...
    async def create(
        self,
        upload_id: str,
        *,
        data: FileTypes,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> UploadPart:
        """POST /uploads/{upload_id}/parts"""

class PartsWithRawResponse:
    def __init__(self, parts: Parts) -> None:
        self.create = _legacy_response.to_raw_response_wrapper(parts.create)

class AsyncPartsWithRawResponse:
    def __init__(self, parts: AsyncParts) -> None:
        self.create = _legacy_response.async_to_raw_response_wrapper(parts.create)

class PartsWithStreamingResponse:
    def __init__(self, parts: Parts) -> None:
        self.create = to_streamed_response_wrapper(parts.create)

class AsyncPartsWithStreamingResponse:
    def __init__(self, parts: AsyncParts) -> None:
        self.create = async_to_streamed_response_wrapper(parts.create)
