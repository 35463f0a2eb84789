# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ....._types import CallOptions
from ....._config import Config
from ....._types import TimeoutTypes
from typing_extensions import Unpack
from typing_extensions import deprecated
from typing import List
from typing_extensions import Literal
from ..... import _legacy_response
from ....._types import Body, Omit, Query, Headers, NotGiven, omit, not_given
from ....._resource import SyncAPIResource, AsyncAPIResource
from ....._response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from .....pagination import SyncCursorPage, AsyncCursorPage
from ....._base_client import AsyncPaginator
from .....types.beta.threads.runs.run_step import RunStep
from .....types.beta.threads.runs.run_step_include import RunStepInclude

class Steps(SyncAPIResource):
    @property
    def with_raw_response(self) -> StepsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> StepsWithStreamingResponse: ...
    @deprecated("The API reference calls this operation deprecated.")
    def retrieve(
        self,
        step_id: str,
        *,
        thread_id: str,
        run_id: str,
        include: List[RunStepInclude] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> RunStep:
        """GET /threads/{thread_id}/runs/{run_id}/steps/{step_id}"""

    @deprecated("The API reference calls this operation deprecated.")
    def list(
        self,
        run_id: str,
        *,
        thread_id: str,
        after: str | Omit = omit,
        before: str | Omit = omit,
        include: List[RunStepInclude] | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> SyncCursorPage[RunStep]:
        """GET /threads/{thread_id}/runs/{run_id}/steps"""

class AsyncSteps(AsyncAPIResource):
    @property
    def with_raw_response(self) -> AsyncStepsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncStepsWithStreamingResponse: ...
    @deprecated("The API reference calls this operation deprecated.")
    async def retrieve(
        self,
        step_id: str,
        *,
        thread_id: str,
        run_id: str,
        include: List[RunStepInclude] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> RunStep:
        """GET /threads/{thread_id}/runs/{run_id}/steps/{step_id}"""

    @deprecated("The API reference calls this operation deprecated.")
    def list(
        self,
        run_id: str,
        *,
        thread_id: str,
        after: str | Omit = omit,
        before: str | Omit = omit,
        include: List[RunStepInclude] | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPaginator[RunStep, AsyncCursorPage[RunStep]]:
        """GET /threads/{thread_id}/runs/{run_id}/steps"""

class StepsWithRawResponse:
    def __init__(self, steps: Steps) -> None:
        self.retrieve = _legacy_response.to_raw_response_wrapper(steps.retrieve)
        self.list = _legacy_response.to_raw_response_wrapper(steps.list)

class AsyncStepsWithRawResponse:
    def __init__(self, steps: AsyncSteps) -> None:
        self.retrieve = _legacy_response.async_to_raw_response_wrapper(steps.retrieve)
        self.list = _legacy_response.async_to_raw_response_wrapper(steps.list)

class StepsWithStreamingResponse:
    def __init__(self, steps: Steps) -> None:
        self.retrieve = to_streamed_response_wrapper(steps.retrieve)
        self.list = to_streamed_response_wrapper(steps.list)

class AsyncStepsWithStreamingResponse:
    def __init__(self, steps: AsyncSteps) -> None:
        self.retrieve = async_to_streamed_response_wrapper(steps.retrieve)
        self.list = async_to_streamed_response_wrapper(steps.list)
