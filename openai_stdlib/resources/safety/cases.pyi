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
from ...types.safety.safety_case import SafetyCase

class Cases(SyncAPIResource):
    @property
    def with_raw_response(self) -> CasesWithRawResponse: ...
    @property
    def with_streaming_response(self) -> CasesWithStreamingResponse: ...
    def retrieve(
        self,
        id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> SafetyCase:
        """GET /safety/cases/{id}"""

class AsyncCases(AsyncAPIResource):
    @property
    def with_raw_response(self) -> AsyncCasesWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncCasesWithStreamingResponse: ...
    async def retrieve(
        self,
        id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> SafetyCase:
        """GET /safety/cases/{id}"""

class CasesWithRawResponse:
    def __init__(self, cases: Cases) -> None:
        self.retrieve = _legacy_response.to_raw_response_wrapper(cases.retrieve)

class AsyncCasesWithRawResponse:
    def __init__(self, cases: AsyncCases) -> None:
        self.retrieve = _legacy_response.async_to_raw_response_wrapper(cases.retrieve)

class CasesWithStreamingResponse:
    def __init__(self, cases: Cases) -> None:
        self.retrieve = to_streamed_response_wrapper(cases.retrieve)

class AsyncCasesWithStreamingResponse:
    def __init__(self, cases: AsyncCases) -> None:
        self.retrieve = async_to_streamed_response_wrapper(cases.retrieve)
