# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ...._types import CallOptions
from ...._config import Config
from ...._types import TimeoutTypes
from typing_extensions import Unpack
from typing import Dict, Union, Iterable, Optional
from typing_extensions import Literal
from .... import _legacy_response
from ...._types import Body, Omit, Query, Headers, NotGiven, omit, not_given
from .checkpoints import (
    Checkpoints,
    AsyncCheckpoints,
    CheckpointsWithRawResponse,
    AsyncCheckpointsWithRawResponse,
    CheckpointsWithStreamingResponse,
    AsyncCheckpointsWithStreamingResponse,
)
from ...._resource import SyncAPIResource, AsyncAPIResource
from ...._response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from ....pagination import SyncCursorPage, AsyncCursorPage
from ...._base_client import AsyncPaginator
from ....types.fine_tuning import job_create_params
from ....types.shared_params.metadata import Metadata
from ....types.fine_tuning.fine_tuning_job import FineTuningJob
from ....types.fine_tuning.fine_tuning_job_event import FineTuningJobEvent

class Jobs(SyncAPIResource):
    @property
    def checkpoints(self) -> Checkpoints: ...
    @property
    def with_raw_response(self) -> JobsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> JobsWithStreamingResponse: ...
    def create(
        self,
        *,
        model: Union[str, Literal["babbage-002", "davinci-002", "gpt-3.5-turbo", "gpt-4o-mini"]],
        training_file: str,
        hyperparameters: job_create_params.Hyperparameters | Omit = omit,
        integrations: Optional[Iterable[job_create_params.Integration]] | Omit = omit,
        metadata: Optional[Metadata] | Omit = omit,
        method: job_create_params.Method | Omit = omit,
        seed: Optional[int] | Omit = omit,
        suffix: Optional[str] | Omit = omit,
        validation_file: Optional[str] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> FineTuningJob:
        """POST /fine_tuning/jobs"""

    def retrieve(
        self,
        fine_tuning_job_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> FineTuningJob:
        """GET /fine_tuning/jobs/{fine_tuning_job_id}"""

    def list(
        self,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        metadata: Optional[Dict[str, str]] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> SyncCursorPage[FineTuningJob]:
        """GET /fine_tuning/jobs"""

    def cancel(
        self,
        fine_tuning_job_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> FineTuningJob:
        """POST /fine_tuning/jobs/{fine_tuning_job_id}/cancel"""

    def list_events(
        self,
        fine_tuning_job_id: str,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> SyncCursorPage[FineTuningJobEvent]:
        """GET /fine_tuning/jobs/{fine_tuning_job_id}/events"""

    def pause(
        self,
        fine_tuning_job_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> FineTuningJob:
        """POST /fine_tuning/jobs/{fine_tuning_job_id}/pause"""

    def resume(
        self,
        fine_tuning_job_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> FineTuningJob:
        """POST /fine_tuning/jobs/{fine_tuning_job_id}/resume"""

class AsyncJobs(AsyncAPIResource):
    @property
    def checkpoints(self) -> AsyncCheckpoints: ...
    @property
    def with_raw_response(self) -> AsyncJobsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncJobsWithStreamingResponse: ...
    async def create(
        self,
        *,
        model: Union[str, Literal["babbage-002", "davinci-002", "gpt-3.5-turbo", "gpt-4o-mini"]],
        training_file: str,
        hyperparameters: job_create_params.Hyperparameters | Omit = omit,
        integrations: Optional[Iterable[job_create_params.Integration]] | Omit = omit,
        metadata: Optional[Metadata] | Omit = omit,
        method: job_create_params.Method | Omit = omit,
        seed: Optional[int] | Omit = omit,
        suffix: Optional[str] | Omit = omit,
        validation_file: Optional[str] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> FineTuningJob:
        """POST /fine_tuning/jobs"""

    async def retrieve(
        self,
        fine_tuning_job_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> FineTuningJob:
        """GET /fine_tuning/jobs/{fine_tuning_job_id}"""

    def list(
        self,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        metadata: Optional[Dict[str, str]] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPaginator[FineTuningJob, AsyncCursorPage[FineTuningJob]]:
        """GET /fine_tuning/jobs"""

    async def cancel(
        self,
        fine_tuning_job_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> FineTuningJob:
        """POST /fine_tuning/jobs/{fine_tuning_job_id}/cancel"""

    def list_events(
        self,
        fine_tuning_job_id: str,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPaginator[FineTuningJobEvent, AsyncCursorPage[FineTuningJobEvent]]:
        """GET /fine_tuning/jobs/{fine_tuning_job_id}/events"""

    async def pause(
        self,
        fine_tuning_job_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> FineTuningJob:
        """POST /fine_tuning/jobs/{fine_tuning_job_id}/pause"""

    async def resume(
        self,
        fine_tuning_job_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> FineTuningJob:
        """POST /fine_tuning/jobs/{fine_tuning_job_id}/resume"""

class JobsWithRawResponse:
    def __init__(self, jobs: Jobs) -> None:
        self.create = _legacy_response.to_raw_response_wrapper(jobs.create)
        self.retrieve = _legacy_response.to_raw_response_wrapper(jobs.retrieve)
        self.list = _legacy_response.to_raw_response_wrapper(jobs.list)
        self.cancel = _legacy_response.to_raw_response_wrapper(jobs.cancel)
        self.list_events = _legacy_response.to_raw_response_wrapper(jobs.list_events)
        self.pause = _legacy_response.to_raw_response_wrapper(jobs.pause)
        self.resume = _legacy_response.to_raw_response_wrapper(jobs.resume)

    @property
    def checkpoints(self) -> CheckpointsWithRawResponse: ...

class AsyncJobsWithRawResponse:
    def __init__(self, jobs: AsyncJobs) -> None:
        self.create = _legacy_response.async_to_raw_response_wrapper(jobs.create)
        self.retrieve = _legacy_response.async_to_raw_response_wrapper(jobs.retrieve)
        self.list = _legacy_response.async_to_raw_response_wrapper(jobs.list)
        self.cancel = _legacy_response.async_to_raw_response_wrapper(jobs.cancel)
        self.list_events = _legacy_response.async_to_raw_response_wrapper(jobs.list_events)
        self.pause = _legacy_response.async_to_raw_response_wrapper(jobs.pause)
        self.resume = _legacy_response.async_to_raw_response_wrapper(jobs.resume)

    @property
    def checkpoints(self) -> AsyncCheckpointsWithRawResponse: ...

class JobsWithStreamingResponse:
    def __init__(self, jobs: Jobs) -> None:
        self.create = to_streamed_response_wrapper(jobs.create)
        self.retrieve = to_streamed_response_wrapper(jobs.retrieve)
        self.list = to_streamed_response_wrapper(jobs.list)
        self.cancel = to_streamed_response_wrapper(jobs.cancel)
        self.list_events = to_streamed_response_wrapper(jobs.list_events)
        self.pause = to_streamed_response_wrapper(jobs.pause)
        self.resume = to_streamed_response_wrapper(jobs.resume)

    @property
    def checkpoints(self) -> CheckpointsWithStreamingResponse: ...

class AsyncJobsWithStreamingResponse:
    def __init__(self, jobs: AsyncJobs) -> None:
        self.create = async_to_streamed_response_wrapper(jobs.create)
        self.retrieve = async_to_streamed_response_wrapper(jobs.retrieve)
        self.list = async_to_streamed_response_wrapper(jobs.list)
        self.cancel = async_to_streamed_response_wrapper(jobs.cancel)
        self.list_events = async_to_streamed_response_wrapper(jobs.list_events)
        self.pause = async_to_streamed_response_wrapper(jobs.pause)
        self.resume = async_to_streamed_response_wrapper(jobs.resume)

    @property
    def checkpoints(self) -> AsyncCheckpointsWithStreamingResponse: ...
