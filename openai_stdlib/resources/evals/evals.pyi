# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ..._types import CallOptions
from ..._config import Config
from ..._types import TimeoutTypes
from typing_extensions import Unpack
from typing import Iterable, Optional
from typing_extensions import Literal
from ... import _legacy_response
from ...types import eval_create_params
from ..._types import Body, Omit, Query, Headers, NotGiven, omit, not_given
from .runs.runs import (
    Runs,
    AsyncRuns,
    RunsWithRawResponse,
    AsyncRunsWithRawResponse,
    RunsWithStreamingResponse,
    AsyncRunsWithStreamingResponse,
)
from ..._resource import SyncAPIResource, AsyncAPIResource
from ..._response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from ...pagination import SyncCursorPage, AsyncCursorPage
from ..._base_client import AsyncPaginator
from ...types.eval_list_response import EvalListResponse
from ...types.eval_create_response import EvalCreateResponse
from ...types.eval_delete_response import EvalDeleteResponse
from ...types.eval_update_response import EvalUpdateResponse
from ...types.eval_retrieve_response import EvalRetrieveResponse
from ...types.shared_params.metadata import Metadata

class Evals(SyncAPIResource):
    @property
    def runs(self) -> Runs: ...
    @property
    def with_raw_response(self) -> EvalsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> EvalsWithStreamingResponse: ...
    def create(
        self,
        *,
        data_source_config: eval_create_params.DataSourceConfig,
        testing_criteria: Iterable[eval_create_params.TestingCriterion],
        metadata: Optional[Metadata] | Omit = omit,
        name: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> EvalCreateResponse:
        """POST /evals"""

    def retrieve(
        self,
        eval_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> EvalRetrieveResponse:
        """GET /evals/{eval_id}"""

    def update(
        self,
        eval_id: str,
        *,
        metadata: Optional[Metadata] | Omit = omit,
        name: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> EvalUpdateResponse:
        """POST /evals/{eval_id}"""

    def list(
        self,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        order_by: Literal["created_at", "updated_at"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> SyncCursorPage[EvalListResponse]:
        """GET /evals"""

    def delete(
        self,
        eval_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> EvalDeleteResponse:
        """DELETE /evals/{eval_id}"""

class AsyncEvals(AsyncAPIResource):
    @property
    def runs(self) -> AsyncRuns: ...
    @property
    def with_raw_response(self) -> AsyncEvalsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncEvalsWithStreamingResponse: ...
    async def create(
        self,
        *,
        data_source_config: eval_create_params.DataSourceConfig,
        testing_criteria: Iterable[eval_create_params.TestingCriterion],
        metadata: Optional[Metadata] | Omit = omit,
        name: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> EvalCreateResponse:
        """POST /evals"""

    async def retrieve(
        self,
        eval_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> EvalRetrieveResponse:
        """GET /evals/{eval_id}"""

    async def update(
        self,
        eval_id: str,
        *,
        metadata: Optional[Metadata] | Omit = omit,
        name: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> EvalUpdateResponse:
        """POST /evals/{eval_id}"""

    def list(
        self,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        order_by: Literal["created_at", "updated_at"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPaginator[EvalListResponse, AsyncCursorPage[EvalListResponse]]:
        """GET /evals"""

    async def delete(
        self,
        eval_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> EvalDeleteResponse:
        """DELETE /evals/{eval_id}"""

class EvalsWithRawResponse:
    def __init__(self, evals: Evals) -> None:
        self.create = _legacy_response.to_raw_response_wrapper(evals.create)
        self.retrieve = _legacy_response.to_raw_response_wrapper(evals.retrieve)
        self.update = _legacy_response.to_raw_response_wrapper(evals.update)
        self.list = _legacy_response.to_raw_response_wrapper(evals.list)
        self.delete = _legacy_response.to_raw_response_wrapper(evals.delete)

    @property
    def runs(self) -> RunsWithRawResponse: ...

class AsyncEvalsWithRawResponse:
    def __init__(self, evals: AsyncEvals) -> None:
        self.create = _legacy_response.async_to_raw_response_wrapper(evals.create)
        self.retrieve = _legacy_response.async_to_raw_response_wrapper(evals.retrieve)
        self.update = _legacy_response.async_to_raw_response_wrapper(evals.update)
        self.list = _legacy_response.async_to_raw_response_wrapper(evals.list)
        self.delete = _legacy_response.async_to_raw_response_wrapper(evals.delete)

    @property
    def runs(self) -> AsyncRunsWithRawResponse: ...

class EvalsWithStreamingResponse:
    def __init__(self, evals: Evals) -> None:
        self.create = to_streamed_response_wrapper(evals.create)
        self.retrieve = to_streamed_response_wrapper(evals.retrieve)
        self.update = to_streamed_response_wrapper(evals.update)
        self.list = to_streamed_response_wrapper(evals.list)
        self.delete = to_streamed_response_wrapper(evals.delete)

    @property
    def runs(self) -> RunsWithStreamingResponse: ...

class AsyncEvalsWithStreamingResponse:
    def __init__(self, evals: AsyncEvals) -> None:
        self.create = async_to_streamed_response_wrapper(evals.create)
        self.retrieve = async_to_streamed_response_wrapper(evals.retrieve)
        self.update = async_to_streamed_response_wrapper(evals.update)
        self.list = async_to_streamed_response_wrapper(evals.list)
        self.delete = async_to_streamed_response_wrapper(evals.delete)

    @property
    def runs(self) -> AsyncRunsWithStreamingResponse: ...
