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
from ....pagination import SyncCursorPage, AsyncCursorPage
from ...._base_client import AsyncPaginator
from ....types.fine_tuning.jobs.fine_tuning_job_checkpoint import FineTuningJobCheckpoint

class Checkpoints(SyncAPIResource):
    @property
    def with_raw_response(self) -> CheckpointsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> CheckpointsWithStreamingResponse: ...
    def list(
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
    ) -> SyncCursorPage[FineTuningJobCheckpoint]:
        """GET /fine_tuning/jobs/{fine_tuning_job_id}/checkpoints"""

class AsyncCheckpoints(AsyncAPIResource):
    @property
    def with_raw_response(self) -> AsyncCheckpointsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncCheckpointsWithStreamingResponse: ...
    def list(
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
    ) -> AsyncPaginator[FineTuningJobCheckpoint, AsyncCursorPage[FineTuningJobCheckpoint]]:
        """GET /fine_tuning/jobs/{fine_tuning_job_id}/checkpoints"""

class CheckpointsWithRawResponse:
    def __init__(self, checkpoints: Checkpoints) -> None:
        self.list = _legacy_response.to_raw_response_wrapper(checkpoints.list)

class AsyncCheckpointsWithRawResponse:
    def __init__(self, checkpoints: AsyncCheckpoints) -> None:
        self.list = _legacy_response.async_to_raw_response_wrapper(checkpoints.list)

class CheckpointsWithStreamingResponse:
    def __init__(self, checkpoints: Checkpoints) -> None:
        self.list = to_streamed_response_wrapper(checkpoints.list)

class AsyncCheckpointsWithStreamingResponse:
    def __init__(self, checkpoints: AsyncCheckpoints) -> None:
        self.list = async_to_streamed_response_wrapper(checkpoints.list)
