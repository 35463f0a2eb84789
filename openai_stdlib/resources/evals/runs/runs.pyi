# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ...._types import CallOptions
from ...._config import Config
from ...._types import TimeoutTypes
from typing_extensions import Unpack
from typing import Optional
from typing_extensions import Literal
from .... import _legacy_response
from ...._types import Body, Omit, Query, Headers, NotGiven, omit, not_given
from ...._resource import SyncAPIResource, AsyncAPIResource
from ...._response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from .output_items import (
    OutputItems,
    AsyncOutputItems,
    OutputItemsWithRawResponse,
    AsyncOutputItemsWithRawResponse,
    OutputItemsWithStreamingResponse,
    AsyncOutputItemsWithStreamingResponse,
)
from ....pagination import SyncCursorPage, AsyncCursorPage
from ....types.evals import run_create_params
from ...._base_client import AsyncPaginator
from ....types.shared_params.metadata import Metadata
from ....types.evals.run_list_response import RunListResponse
from ....types.evals.run_cancel_response import RunCancelResponse
from ....types.evals.run_create_response import RunCreateResponse
from ....types.evals.run_delete_response import RunDeleteResponse
from ....types.evals.run_retrieve_response import RunRetrieveResponse

class Runs(SyncAPIResource):
    @property
    def output_items(self) -> OutputItems: ...
    @property
    def with_raw_response(self) -> RunsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> RunsWithStreamingResponse: ...
    def create(
        self,
        eval_id: str,
        *,
        data_source: run_create_params.DataSource,
        metadata: Optional[Metadata] | Omit = omit,
        name: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> RunCreateResponse:
        """POST /evals/{eval_id}/runs"""

    def retrieve(
        self,
        run_id: str,
        *,
        eval_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> RunRetrieveResponse:
        """GET /evals/{eval_id}/runs/{run_id}"""

    def list(
        self,
        eval_id: str,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        status: Literal["queued", "in_progress", "completed", "canceled", "failed"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> SyncCursorPage[RunListResponse]:
        """GET /evals/{eval_id}/runs"""

    def delete(
        self,
        run_id: str,
        *,
        eval_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> RunDeleteResponse:
        """DELETE /evals/{eval_id}/runs/{run_id}"""

    def cancel(
        self,
        run_id: str,
        *,
        eval_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> RunCancelResponse:
        """POST /evals/{eval_id}/runs/{run_id}/cancel"""

class AsyncRuns(AsyncAPIResource):
    @property
    def output_items(self) -> AsyncOutputItems: ...
    @property
    def with_raw_response(self) -> AsyncRunsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncRunsWithStreamingResponse: ...
    async def create(
        self,
        eval_id: str,
        *,
        data_source: run_create_params.DataSource,
        metadata: Optional[Metadata] | Omit = omit,
        name: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> RunCreateResponse:
        """POST /evals/{eval_id}/runs"""

    async def retrieve(
        self,
        run_id: str,
        *,
        eval_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> RunRetrieveResponse:
        """GET /evals/{eval_id}/runs/{run_id}"""

    def list(
        self,
        eval_id: str,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        status: Literal["queued", "in_progress", "completed", "canceled", "failed"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPaginator[RunListResponse, AsyncCursorPage[RunListResponse]]:
        """GET /evals/{eval_id}/runs"""

    async def delete(
        self,
        run_id: str,
        *,
        eval_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> RunDeleteResponse:
        """DELETE /evals/{eval_id}/runs/{run_id}"""

    async def cancel(
        self,
        run_id: str,
        *,
        eval_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> RunCancelResponse:
        """POST /evals/{eval_id}/runs/{run_id}/cancel"""

class RunsWithRawResponse:
    def __init__(self, runs: Runs) -> None:
        self.create = _legacy_response.to_raw_response_wrapper(runs.create)
        self.retrieve = _legacy_response.to_raw_response_wrapper(runs.retrieve)
        self.list = _legacy_response.to_raw_response_wrapper(runs.list)
        self.delete = _legacy_response.to_raw_response_wrapper(runs.delete)
        self.cancel = _legacy_response.to_raw_response_wrapper(runs.cancel)

    @property
    def output_items(self) -> OutputItemsWithRawResponse: ...

class AsyncRunsWithRawResponse:
    def __init__(self, runs: AsyncRuns) -> None:
        self.create = _legacy_response.async_to_raw_response_wrapper(runs.create)
        self.retrieve = _legacy_response.async_to_raw_response_wrapper(runs.retrieve)
        self.list = _legacy_response.async_to_raw_response_wrapper(runs.list)
        self.delete = _legacy_response.async_to_raw_response_wrapper(runs.delete)
        self.cancel = _legacy_response.async_to_raw_response_wrapper(runs.cancel)

    @property
    def output_items(self) -> AsyncOutputItemsWithRawResponse: ...

class RunsWithStreamingResponse:
    def __init__(self, runs: Runs) -> None:
        self.create = to_streamed_response_wrapper(runs.create)
        self.retrieve = to_streamed_response_wrapper(runs.retrieve)
        self.list = to_streamed_response_wrapper(runs.list)
        self.delete = to_streamed_response_wrapper(runs.delete)
        self.cancel = to_streamed_response_wrapper(runs.cancel)

    @property
    def output_items(self) -> OutputItemsWithStreamingResponse: ...

class AsyncRunsWithStreamingResponse:
    def __init__(self, runs: AsyncRuns) -> None:
        self.create = async_to_streamed_response_wrapper(runs.create)
        self.retrieve = async_to_streamed_response_wrapper(runs.retrieve)
        self.list = async_to_streamed_response_wrapper(runs.list)
        self.delete = async_to_streamed_response_wrapper(runs.delete)
        self.cancel = async_to_streamed_response_wrapper(runs.cancel)

    @property
    def output_items(self) -> AsyncOutputItemsWithStreamingResponse: ...
