# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ...._types import CallOptions
from ...._config import Config
from ...._types import TimeoutTypes
from typing_extensions import Unpack
from .... import _legacy_response
from ...._types import Body, Omit, Query, Headers, NotGiven, omit, not_given
from ...._resource import SyncAPIResource, AsyncAPIResource
from ...._response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from ....types.fine_tuning.alpha import grader_run_params, grader_validate_params
from ....types.fine_tuning.alpha.grader_run_response import GraderRunResponse
from ....types.fine_tuning.alpha.grader_validate_response import GraderValidateResponse

class Graders(SyncAPIResource):
    @property
    def with_raw_response(self) -> GradersWithRawResponse: ...
    @property
    def with_streaming_response(self) -> GradersWithStreamingResponse: ...
    def run(
        self,
        *,
        grader: grader_run_params.Grader,
        model_sample: str,
        item: object | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> GraderRunResponse:
        """POST /fine_tuning/alpha/graders/run"""

    def validate(
        self,
        *,
        grader: grader_validate_params.Grader,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> GraderValidateResponse:
        """POST /fine_tuning/alpha/graders/validate"""

class AsyncGraders(AsyncAPIResource):
    @property
    def with_raw_response(self) -> AsyncGradersWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncGradersWithStreamingResponse: ...
    async def run(
        self,
        *,
        grader: grader_run_params.Grader,
        model_sample: str,
        item: object | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> GraderRunResponse:
        """POST /fine_tuning/alpha/graders/run"""

    async def validate(
        self,
        *,
        grader: grader_validate_params.Grader,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> GraderValidateResponse:
        """POST /fine_tuning/alpha/graders/validate"""

class GradersWithRawResponse:
    def __init__(self, graders: Graders) -> None:
        self.run = _legacy_response.to_raw_response_wrapper(graders.run)
        self.validate = _legacy_response.to_raw_response_wrapper(graders.validate)

class AsyncGradersWithRawResponse:
    def __init__(self, graders: AsyncGraders) -> None:
        self.run = _legacy_response.async_to_raw_response_wrapper(graders.run)
        self.validate = _legacy_response.async_to_raw_response_wrapper(graders.validate)

class GradersWithStreamingResponse:
    def __init__(self, graders: Graders) -> None:
        self.run = to_streamed_response_wrapper(graders.run)
        self.validate = to_streamed_response_wrapper(graders.validate)

class AsyncGradersWithStreamingResponse:
    def __init__(self, graders: AsyncGraders) -> None:
        self.run = async_to_streamed_response_wrapper(graders.run)
        self.validate = async_to_streamed_response_wrapper(graders.validate)
