# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .._types import CallOptions
from .._config import Config
from .._types import TimeoutTypes
from typing_extensions import Unpack
from .. import _legacy_response
from .._types import Body, Query, Headers, NotGiven, FileTypes, not_given
from .._resource import SyncAPIResource, AsyncAPIResource
from .._response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from ..types.content_provenance_check import ContentProvenanceCheck

class ContentProvenanceChecks(SyncAPIResource):
    @property
    def with_raw_response(self) -> ContentProvenanceChecksWithRawResponse: ...
    @property
    def with_streaming_response(self) -> ContentProvenanceChecksWithStreamingResponse: ...
    def create(
        self,
        *,
        file: FileTypes,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ContentProvenanceCheck:
        """POST /content_provenance_checks"""

class AsyncContentProvenanceChecks(AsyncAPIResource):
    @property
    def with_raw_response(self) -> AsyncContentProvenanceChecksWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncContentProvenanceChecksWithStreamingResponse: ...
    async def create(
        self,
        *,
        file: FileTypes,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ContentProvenanceCheck:
        """POST /content_provenance_checks"""

class ContentProvenanceChecksWithRawResponse:
    def __init__(self, content_provenance_checks: ContentProvenanceChecks) -> None:
        self.create = _legacy_response.to_raw_response_wrapper(content_provenance_checks.create)

class AsyncContentProvenanceChecksWithRawResponse:
    def __init__(self, content_provenance_checks: AsyncContentProvenanceChecks) -> None:
        self.create = _legacy_response.async_to_raw_response_wrapper(content_provenance_checks.create)

class ContentProvenanceChecksWithStreamingResponse:
    def __init__(self, content_provenance_checks: ContentProvenanceChecks) -> None:
        self.create = to_streamed_response_wrapper(content_provenance_checks.create)

class AsyncContentProvenanceChecksWithStreamingResponse:
    def __init__(self, content_provenance_checks: AsyncContentProvenanceChecks) -> None:
        self.create = async_to_streamed_response_wrapper(content_provenance_checks.create)
